package io.amends.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.amends.intake.http.Inbox;
import io.amends.intake.schema.InboundSchemas;
import io.amends.kit.broker.Broker;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.publish.Publisher;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.SendResult;

/** Rounds through a real mailbox, over real IMAP, with a real broker behind. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@ExtendWith(Broker.Started.class)
class RoundTest {

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private GreenMailUser user;
  private String prefix = "";

  @BeforeEach
  void start(Broker broker, org.junit.jupiter.api.TestInfo test) {
    server.start();
    user = server.setUser("quay@quay.example", "quay", "secret");
    prefix = test.getTestMethod().orElseThrow().getName() + ".";
    broker.createTopics(List.of(prefix + "inbound.complaints.v1.mail"));
  }

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
    server.stop();
  }

  private void delivered(byte[] raw) throws MessagingException {
    user.deliver(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw)));
  }

  private KafkaTemplate<byte[], byte[]> template(String brokers) {
    DefaultKafkaProducerFactory<byte[], byte[]> producers =
        new DefaultKafkaProducerFactory<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                brokers,
                ProducerConfig.ACKS_CONFIG,
                "all",
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                1_000),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    opened.add(producers::destroy);
    return new KafkaTemplate<>(producers);
  }

  private Round round(KafkaTemplate<byte[], byte[]> template) {
    Publisher publisher = new Publisher(template, 10, Duration.ofSeconds(5));
    opened.addFirst(publisher);
    Mailbox mailbox = Mails.quay(server.getImap().getPort());
    InboundSchemas schemas = new InboundSchemas();
    HotelClock clock = HotelClock.system();
    return new Round(
        mailbox,
        new Sorting(mailbox, schemas, clock),
        new Inbox(prefix, publisher, schemas, clock),
        clock,
        new MailMeters(meters, List.of("quay"), clock.real()));
  }

  private List<ConsumerRecord<String, String>> published(Broker broker, int expected) {
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    Broker.until(
        expected + " complaints lie there",
        () -> {
          records.clear();
          records.addAll(broker.read(prefix + "inbound.complaints.v1.mail"));
          return records.size() >= expected;
        });
    return records;
  }

  /** Subjects of a folder's mails that nobody has read, or of all. */
  private List<String> inFolder(String name, boolean unreadAlone) throws MessagingException {
    Store store = Session.getInstance(new Properties()).getStore("imap");
    store.connect("127.0.0.1", server.getImap().getPort(), "quay", "secret");
    try (store) {
      Folder folder = store.getFolder(name);
      if (!folder.exists()) {
        return List.of();
      }
      folder.open(Folder.READ_ONLY);
      List<String> subjects = new ArrayList<>();
      for (Message mail : folder.getMessages()) {
        if (!(unreadAlone && mail.isSet(Flags.Flag.SEEN)) && !mail.isSet(Flags.Flag.DELETED)) {
          subjects.add(mail.getSubject());
        }
      }
      return subjects;
    }
  }

  private double counted(String result) {
    return meters.get("intake.mails").tag("result", result).counter().count();
  }

  private static String header(ConsumerRecord<String, String> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }

  @Test
  void what_the_broker_has_is_read_and_stays_in_the_mailbox(Broker broker) throws Exception {
    delivered(Mails.plain("1", Map.of(), "No hot water."));
    Round round = round(template(broker.address()));

    round.go(() -> true);
    round.go(() -> true);

    assertThat(published(broker, 1))
        .singleElement()
        .satisfies(
            record -> {
              assertThat(header(record, "ce_source")).isEqualTo("mail");
              assertThat(header(record, "ce_type")).isEqualTo("hotel.complaint.reported.v1");
              assertThat(header(record, "ce_id")).hasSize(36);
              assertThat(record.value()).contains("No hot water.");
            });
    assertThat(inFolder("INBOX", true)).isEmpty();
    assertThat(inFolder("INBOX", false)).hasSize(1);
    assertThat(counted("taken")).isOne();
  }

  @Test
  void while_the_broker_is_away_a_mail_stays_unread_and_is_taken_later(Broker broker)
      throws Exception {
    delivered(Mails.plain("1", Map.of(), "No hot water."));

    assertThatThrownBy(() -> round(template("127.0.0.1:1")).go(() -> true))
        .isInstanceOf(CompletionException.class);
    assertThat(inFolder("INBOX", true)).hasSize(1);
    assertThat(counted("taken")).isZero();

    round(template(broker.address())).go(() -> true);
    assertThat(inFolder("INBOX", true)).isEmpty();
    assertThat(published(broker, 1)).hasSize(1);
  }

  /** What the broker has is then told again, as the same event with the same body: a repeat. */
  @Test
  void who_dies_before_a_mail_is_marked_tells_the_same_again(Broker broker) throws Exception {
    delivered(Mails.plain("1", Map.of(), "No hot water."));
    KafkaTemplate<byte[], byte[]> dying =
        new KafkaTemplate<>(template(broker.address()).getProducerFactory()) {
          @Override
          public CompletableFuture<SendResult<byte[], byte[]>> send(
              ProducerRecord<byte[], byte[]> record) {
            return super.send(record)
                .thenCompose(_ -> CompletableFuture.failedFuture(new TimeoutException("died")));
          }
        };

    assertThatThrownBy(() -> round(dying).go(() -> true)).hasRootCauseMessage("died");
    assertThat(published(broker, 1)).hasSize(1);
    assertThat(inFolder("INBOX", true)).as("not marked").hasSize(1);

    round(template(broker.address())).go(() -> true);
    List<ConsumerRecord<String, String>> both = published(broker, 2);
    assertThat(both)
        .extracting(record -> header(record, "ce_id"))
        .hasSize(2)
        .containsOnly(header(both.getFirst(), "ce_id"));
    assertThat(both).extracting(ConsumerRecord::value).containsOnly(both.getFirst().value());
    assertThat(both).extracting(ConsumerRecord::key).containsOnly(both.getFirst().key());
  }

  @Test
  void what_a_program_wrote_is_marked_and_counted(Broker broker) throws Exception {
    delivered(Mails.plain("1", Map.of("Auto-Submitted", "auto-replied"), "I am away."));
    delivered(Mails.plain("2", Map.of("Return-Path", "<>"), "It was not delivered."));

    round(template(broker.address())).go(() -> true);

    assertThat(inFolder("INBOX", true)).isEmpty();
    assertThat(counted("left_auto_reply")).isOne();
    assertThat(counted("left_bounce")).isOne();
    assertThat(counted("taken")).isZero();
  }

  @Test
  void what_cannot_be_taken_lies_aside_and_holds_up_nothing(Broker broker) throws Exception {
    byte[] large = Mails.plain("1", Map.of(), "x ".repeat(60_000));
    delivered(
        new String(large, StandardCharsets.UTF_8)
            .replace("Room 311", "large")
            .getBytes(StandardCharsets.UTF_8));
    delivered(Mails.raw("From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain\n\n \n"));
    delivered(Mails.plain("3", Map.of(), "No hot water."));

    round(template(broker.address())).go(() -> true);

    assertThat(published(broker, 1)).hasSize(1);
    assertThat(inFolder("Aside", true)).hasSize(2).contains("large");
    assertThat(inFolder("INBOX", false)).containsExactly("Room 311");
    assertThat(counted("aside_too_large")).isOne();
    assertThat(counted("aside_unreadable")).isOne();
  }

  @Test
  void two_that_read_the_same_mailbox_tell_one_event(Broker broker) throws Exception {
    delivered(Mails.plain("1", Map.of(), "No hot water."));
    Round one = round(template(broker.address()));
    Round other = round(template(broker.address()));
    boolean[] both = {false};

    one.go(
        () -> {
          if (!both[0]) { // the other goes through while this one has the mail in hand
            both[0] = true;
            go(other);
          }
          return true;
        });

    assertThat(published(broker, 2))
        .extracting(record -> header(record, "ce_id") + record.value())
        .hasSize(2)
        .satisfies(events -> assertThat(events.get(0)).isEqualTo(events.get(1)));
  }

  private static void go(Round round) {
    try {
      round.go(() -> true);
    } catch (MessagingException | java.io.IOException failure) {
      throw new AssertionError(failure);
    }
  }

  @Test
  void a_line_that_must_be_secret_and_is_not_is_not_used() {
    Mailbox open = Mails.quay(server.getImap().getPort());
    for (Mailbox.Tls tls : Arrays.asList(Mailbox.Tls.STARTTLS, Mailbox.Tls.IMPLICIT)) {
      Mailbox.Server secret =
          new Mailbox.Server("127.0.0.1", open.server().port(), tls, "quay", "secret");
      Mailbox mailbox =
          new Mailbox(
              "quay",
              secret,
              "INBOX",
              "Aside",
              open.hotels(),
              false,
              false,
              open.ownAddresses(),
              1_000,
              open.every());
      assertThatThrownBy(() -> Imap.open(mailbox)).isInstanceOf(MessagingException.class);
      assertThat(secret.toString()).doesNotContain("secret");
    }
  }
}
