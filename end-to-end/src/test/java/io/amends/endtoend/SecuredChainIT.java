package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.EventType;
import io.amends.contracts.inbound.ComplaintReported;
import io.amends.contracts.topics.InboundKind;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.kit.access.AccessSettings;
import io.amends.kit.access.BrokerAccess;
import io.amends.kit.events.Json;
import io.amends.local.access.Grant;
import io.amends.local.access.Integrator;
import io.amends.local.access.Login;
import io.amends.local.program.Ports;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The whole chain on a broker that allows nothing that was not granted. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(ReplaceUnderscores.class)
class SecuredChainIT {

  private static final String PASSWORD = "of a foreign system";

  private final Integrator pms =
      new Integrator(
          "pms",
          URI.create("pms"),
          Set.of(InboundKind.COMPLAINTS),
          Set.of("recovery.case-events.v1"));
  private final Chain chain = Chain.secured();

  @BeforeAll
  void let_a_foreign_system_in() throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(admin())) {
      admin
          .alterUserScramCredentials(
              List.of(
                  new UserScramCredentialUpsertion(
                      pms.name(),
                      new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
                      PASSWORD)))
          .all()
          .get();
      admin.createAcls(pms.grants("").stream().map(Grant::binding).toList()).all().get();
    }
  }

  @AfterAll
  void stop() {
    chain.close();
  }

  @Test
  void a_complaint_goes_all_the_way_to_an_alert_with_each_service_in_its_own_account() {
    String office = chain.token("HEAD_OFFICE", "hq");
    assertThat(chain.put(Ports.INTAKE, "/reference", office, Hotels.reference()).status())
        .isEqualTo(200);
    Map<String, Object> complaint = new HashMap<>(complaint(chain.now()));
    complaint.put("guestId", "G-301");
    String complaintId = chain.complain(office, "secured", complaint);

    Chain.until("somebody was alerted", () -> !chain.mailsTo("ana@marina.example").isEmpty());
    Chain.until(
        "the risk knows of it",
        () -> chain.get(Ports.SCORER, "/guests/G-301/risk", office).status() == 200);
    Chain.until(
        "the desk shows it",
        () ->
            chain
                .get(Ports.DESK, "/cases/" + complaintId, chain.token("DUTY_MANAGER", "tom"))
                .text()
                .contains("1204"));
  }

  @Test
  void a_foreign_system_writes_to_its_own_topic_and_the_door_lets_it_in() {
    try (Wire foreign = new Wire(as(pms.name(), PASSWORD));
        Wire house = new Wire(admin())) {
      Wire.Reader accepted = house.reader(Topics.COMPLAINTS.on(""));
      foreign.send(event("pms", "pms"));
      accepted.until("it comes out", Chain::until, records -> !records.isEmpty());
    }
  }

  @Test
  void it_may_not_write_to_a_topic_of_another_nor_read_of_guests() {
    try (Wire foreign = new Wire(as(pms.name(), PASSWORD))) {
      assertThat(foreign.refusalOf(event("crm", "crm")))
          .contains(TopicAuthorizationException.class.getName());
      for (Topic<?> topic : List.of(Topics.COMPLAINTS, Topics.CONTACTS, Topics.TEXTS)) {
        assertThatThrownBy(() -> foreign.reader(topic.on("")))
            .isInstanceOf(TopicAuthorizationException.class);
      }
    }
  }

  @Test
  void what_names_another_source_in_its_own_topic_goes_no_further() {
    try (Wire foreign = new Wire(as(pms.name(), PASSWORD));
        Wire house = new Wire(admin())) {
      Wire.Reader refused = house.reader(complaintsOf("pms").deadLetters().on(""));
      foreign.send(event("pms", "crm"));
      refused.until("it is put aside", Chain::until, records -> !records.isEmpty());
      assertThat(Wire.header(refused.records().getFirst(), "dlq_reason")).contains("ce_source");
    }
  }

  @Test
  void a_wrong_password_opens_nothing() {
    try (Wire stranger = new Wire(as(pms.name(), "guessed"))) {
      assertThat(stranger.refusalOf(event("pms", "pms"))).contains("Authentication");
    }
  }

  private Map<String, Object> as(String user, String password) {
    return BrokerAccess.of(
            chain.bootstrapServers(),
            new AccessSettings(user, password, null, null, "SASL_PLAINTEXT", null, null))
        .client();
  }

  private Map<String, Object> admin() {
    String password = chain.stack().data().secrets().kafka(Login.ADMIN);
    Map<String, Object> settings = new HashMap<>(new Login(Login.ADMIN, password).asAdmin());
    settings.put("bootstrap.servers", chain.bootstrapServers());
    return settings;
  }

  private static Topic<?> complaintsOf(String source) {
    return Topics.inbound(InboundKind.COMPLAINTS, source);
  }

  private static Map<String, Object> complaint(Instant at) {
    return Map.of(
        "propertyId",
        Hotels.SINGAPORE,
        "room",
        "1204",
        "channel",
        "FRONT_DESK",
        "occurredAt",
        at.toString(),
        "detectedAt",
        at.toString(),
        "issue",
        "ROOM_CLIMATE");
  }

  private ProducerRecord<byte[], byte[]> event(String topicOf, String source) {
    ProducerRecord<byte[], byte[]> event =
        new ProducerRecord<>(
            complaintsOf(topicOf).on(""), bytes("any"), Json.bytes(complaint(chain.now())));
    event.headers().add("ce_specversion", bytes("1.0"));
    event.headers().add("ce_id", bytes(UUID.randomUUID().toString()));
    event.headers().add("ce_source", bytes(source));
    event.headers().add("ce_type", bytes(EventType.of(ComplaintReported.class)));
    event.headers().add("ce_time", bytes(chain.now().toString()));
    event.headers().add("content-type", bytes("application/json"));
    return event;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
