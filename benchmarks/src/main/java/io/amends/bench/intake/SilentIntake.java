package io.amends.bench.intake;

import io.amends.bench.stack.BesideBare;
import io.amends.intake.ComplaintIntake;
import io.amends.kit.config.KitSettings;
import io.amends.kit.publish.Publisher;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.SendResult;

/**
 * The door as it ships, but that nothing of what it takes goes to Kafka: what the machine can do at
 * best with the same handler.
 */
public final class SilentIntake {

  static final String NAME = "silent-intake";

  /** Where a bare producer writes. */
  static final String TOLD = "bench.silent-intake.v1";

  static final BesideBare.Bare BARE = new BesideBare.Bare(NAME, SilentIntake.class, TOLD);

  private SilentIntake() {}

  public static void main(String[] arguments) {
    new SpringApplication(ComplaintIntake.class, Silence.class).run(arguments);
  }

  /** What stands in for the one that writes. */
  @Configuration(proxyBeanMethods = false)
  static class Silence {

    @Bean
    @Primary
    Publisher silence(ProducerFactory<byte[], byte[]> producers, KitSettings settings) {
      return new Publisher(
          new Acknowledging(producers), settings.publishPlaces(), settings.publishWithin());
    }
  }

  private static final class Acknowledging extends KafkaTemplate<byte[], byte[]> {

    Acknowledging(ProducerFactory<byte[], byte[]> producers) {
      super(producers);
    }

    @Override
    public CompletableFuture<SendResult<byte[], byte[]>> send(
        ProducerRecord<byte[], byte[]> record) {
      RecordMetadata there =
          new RecordMetadata(new TopicPartition(record.topic(), 0), 0, 0, 0, 0, 0);
      return CompletableFuture.completedFuture(new SendResult<>(record, there));
    }
  }
}
