package io.amends.kit.broker;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A real broker in the tests' own process, and the few things that tests do with it. */
public final class Broker implements AutoCloseable {

  private final EmbeddedKafkaKraftBroker broker;
  private final Map<String, Tail> tails = new HashMap<>();

  public Broker() {
    broker = new EmbeddedKafkaKraftBroker(1, 2);
    broker.brokerProperty("auto.create.topics.enable", "false");
    broker.brokerProperty("offsets.topic.num.partitions", "2");
    broker.brokerProperty("transaction.state.log.num.partitions", "2");
    broker.brokerProperty("transaction.state.log.replication.factor", "1");
    broker.brokerProperty("transaction.state.log.min.isr", "1");
    broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
    broker.afterPropertiesSet();
  }

  /** Gives tests the one broker of the module, started when the first of them asks for it. */
  public static final class Started implements ParameterResolver {

    private static final ExtensionContext.Namespace NAMESPACE =
        ExtensionContext.Namespace.create(Broker.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Broker.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(NAMESPACE)
          .computeIfAbsent(Broker.class, _ -> new Broker(), Broker.class);
    }
  }

  public String address() {
    return broker.getBrokersAsString();
  }

  public Admin admin() {
    Properties config = new Properties();
    config.put("bootstrap.servers", address());
    return Admin.create(config);
  }

  /** Topics as the house has them, each with its dead letters. */
  public void createTopics(Collection<String> names) {
    create(
        names.stream()
            .flatMap(name -> Stream.of(name, name + ".dlq"))
            .map(
                name ->
                    new NewTopic(name, 2, (short) 1)
                        .configs(Map.of("message.timestamp.type", "LogAppendTime")))
            .toList());
  }

  public void create(Collection<NewTopic> topics) {
    try (Admin admin = admin()) {
      admin.createTopics(topics).all().get(30, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException failure) {
      throw new AssertionError("the broker did not make the topics", failure);
    }
  }

  /** A producer; with a transactional id it must begin and commit. */
  public KafkaProducer<String, String> producer(String transactionalId) {
    Map<String, Object> config = new HashMap<>();
    config.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, address());
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    if (!transactionalId.isEmpty()) {
      config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    }
    return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
  }

  /** Sends them and waits until the broker has them all. */
  public static void send(
      KafkaProducer<String, String> producer, List<ProducerRecord<String, String>> records) {
    List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
    producer.flush();
    for (Future<RecordMetadata> one : sent) {
      try {
        one.get(30, TimeUnit.SECONDS);
      } catch (InterruptedException | ExecutionException | TimeoutException failure) {
        throw new AssertionError("the broker did not take a record", failure);
      }
    }
  }

  /** Everything that is committed in a topic; by the thread of the tests alone. */
  public List<ConsumerRecord<String, String>> read(String topic) {
    return tails.computeIfAbsent(topic, _ -> new Tail(address(), topic)).read();
  }

  /** Waits until something is so; fails after half a minute. */
  public static void until(String what, BooleanSupplier so) {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited 30 s in vain until " + what);
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  @Override
  public void close() {
    tails.values().forEach(Tail::close);
    broker.destroy();
  }
}
