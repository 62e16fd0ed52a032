package io.amends.notification.webhook;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.CASE;
import static io.amends.notification.domain.Evening.GUEST;
import static io.amends.notification.domain.Evening.HOTEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.notification.Message.Via;
import io.amends.kit.clock.StillClock;
import io.amends.kit.events.Json;
import io.amends.kit.security.SignedLinks;
import io.amends.notification.channel.Carrier.Address;
import io.amends.notification.channel.Carrier.Carried;
import io.amends.notification.channel.Carrier.Parcel;
import io.amends.notification.channel.TapLinks;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.HandingOver;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Deliveries to real servers, good ones and bad ones. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WebhookCarrierTest {

  private static final String SECRET = secret(1);
  private static final String KEY = "k1:" + Base64.getUrlEncoder().encodeToString(new byte[32]);

  private final StillClock clock = new StillClock(AFTERNOON);
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private static String secret(int first) {
    byte[] bytes = new byte[32];
    bytes[0] = (byte) first;
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }

  private WebhookCarrier carrier(String secrets, Duration patience) {
    TapLinks taps = new TapLinks(new SignedLinks(KEY, clock), "http://localhost:8085");
    WebhookCarrier carrier = new WebhookCarrier(secrets, taps, patience, clock);
    open.add(carrier);
    return carrier;
  }

  private WebhookCarrier carrier() {
    return carrier("tasks:" + SECRET, Duration.ofSeconds(10));
  }

  private Receiver receiver(Receiver.Manner manner) {
    return receiver(SECRET, manner);
  }

  private Receiver receiver(String secret, Receiver.Manner manner) {
    Receiver receiver = new Receiver(secret, clock.real(), manner);
    open.add(receiver);
    return receiver;
  }

  private static Parcel alert(String url, String id) {
    Message message =
        new Message(
            id,
            GUEST,
            CASE,
            HOTEL,
            Purpose.STAFF_ALERT,
            "ALERT:2",
            Via.WEBHOOK,
            "ana",
            "case-1/2",
            AFTERNOON.plus(Duration.ofDays(1)));
    Map<String, String> parameters =
        Map.ofEntries(
            Map.entry(Draft.WEBHOOK, "tasks"),
            Map.entry("at", AFTERNOON.toString()),
            Map.entry("role", "FRONT_LINE"),
            Map.entry("property", "Amends Marina"),
            Map.entry("room", "1204"),
            Map.entry("issue", "ROOM_CLIMATE"),
            Map.entry("severity", "MAJOR"),
            Map.entry("detectedAt", AFTERNOON.toString()),
            Map.entry("cause", "NOBODY_HAS_ACKNOWLEDGED"),
            Map.entry("promise", "ACKNOWLEDGE"),
            Map.entry("dueAt", AFTERNOON.plusSeconds(600).toString()));
    Draft draft = new Draft(message, "alert", parameters, "en", "Asia/Singapore", List.of());
    return new Parcel(draft, new Address(url, "tasks"));
  }

  private Carried deliver(Receiver to) {
    return carrier().carry(List.of(alert(to.url(), "case-1/2/ana/tasks"))).getFirst();
  }

  @Test
  void a_receiver_made_from_the_documentation_knows_it_as_genuine() {
    Receiver receiver = receiver(Receiver.status(204));
    assertThat(deliver(receiver)).isEqualTo(new Carried.Taken("HTTP_204"));
    assertThat(receiver.deliveries).singleElement().matches(Receiver.Delivery::genuine);
    Receiver other = receiver(secret(2), Receiver.status(204));
    deliver(other);
    assertThat(other.deliveries).singleElement().matches(one -> !one.genuine());
  }

  @Test
  void the_example_of_the_documentation_holds() throws IOException {
    String page = Files.readString(Path.of("../docs/integration.md"));
    String secret = between(page, "with the secret `", "`");
    String id = between(page, "the id `", "`");
    String time = between(page, "the time `", "`");
    String signature = between(page, "this body has the signature `", "`");
    String body = between(page, signature + "`:\n\n```json\n", "\n```");
    assertThat(
            new WebhookSecrets("any:" + secret)
                .sign("any", id, Long.parseLong(time), body.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(signature);
  }

  private static String between(String text, String before, String after) {
    int from = text.indexOf(before) + before.length();
    return text.substring(from, text.indexOf(after, from));
  }

  @Test
  void while_a_secret_is_changed_the_old_and_the_new_one_know_it() {
    WebhookCarrier both =
        carrier("tasks:" + secret(2) + ",tasks:" + SECRET, Duration.ofSeconds(10));
    for (String known : List.of(SECRET, secret(2))) {
      Receiver receiver = receiver(known, Receiver.status(200));
      both.carry(List.of(alert(receiver.url(), "a")));
      assertThat(receiver.deliveries).singleElement().matches(Receiver.Delivery::genuine);
    }
  }

  @Test
  void a_repeat_has_the_same_id_and_the_same_body_and_a_time_of_its_own() {
    Receiver receiver = receiver(Receiver.status(500));
    deliver(receiver);
    clock.moveTo(AFTERNOON.plusSeconds(60));
    deliver(receiver);
    Receiver.Delivery first = receiver.deliveries.get(0);
    Receiver.Delivery second = receiver.deliveries.get(1);
    assertThat(second.id()).isEqualTo(first.id()).matches("msg_[0-9a-f]{32}");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.timestamp()).isNotEqualTo(first.timestamp());
    assertThat(second.genuine()).isTrue();
  }

  @Test
  void it_carries_what_a_mail_does_and_the_same_link() {
    Receiver receiver = receiver(Receiver.status(200));
    Parcel parcel = alert(receiver.url(), "case-1/2/ana/tasks");
    carrier().carry(List.of(parcel));
    JsonNode body = Json.mapper().readTree(receiver.deliveries.getFirst().body());
    assertThat(body.path("type").asString()).isEqualTo("amends.webhook.staff-alert.v1");
    assertThat(body.path("room").asString()).isEqualTo("1204");
    assertThat(body.path("dueAt").asString()).isEqualTo("2027-01-12T07:10:00Z");
    assertThat(body.path("lateSince").isMissingNode()).isTrue();
    assertThat(body.path("link").asString())
        .isEqualTo(
            new TapLinks(new SignedLinks(KEY, clock), "http://localhost:8085").of(parcel.draft()));
  }

  @ParameterizedTest
  @CsvSource({"301", "401", "404", "429", "500", "503"})
  void what_may_get_better_is_tried_again(int status) {
    Receiver receiver = receiver(Receiver.status(status));
    assertThat(deliver(receiver)).isEqualTo(new Carried.Later("WEBHOOK_ANSWERED_" + status));
    assertThat(receiver.deliveries).as("not followed elsewhere").hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "120|PT2M",
        " 0 |PT0S",
        "999999999|P1D",
        "Tue, 12 Jan 2027 07:05:00 GMT|PT5M",
        "Tue, 12 Jan 2027 06:00:00 GMT|-",
        "soon|-",
        "-5|-"
      })
  void who_says_when_to_come_again_is_not_asked_before(String said, @Nullable Duration wait) {
    Receiver busy =
        receiver(
            exchange -> {
              exchange.getResponseHeaders().add("Retry-After", said);
              exchange.sendResponseHeaders(429, -1);
            });
    assertThat(deliver(busy)).isEqualTo(new Carried.Later("WEBHOOK_ANSWERED_429", false, wait));
  }

  @ParameterizedTest
  @CsvSource({"400", "410", "422"})
  void what_will_not_get_better_is_not(int status) {
    assertThat(deliver(receiver(Receiver.status(status))))
        .isEqualTo(new Carried.Never("WEBHOOK_REFUSED_" + status));
  }

  @Test
  void who_has_taken_it_and_not_handed_it_over_says_202() {
    assertThat(deliver(receiver(Receiver.status(202))))
        .isEqualTo(new Carried.Taken(HandingOver.PENDING));
  }

  @Test
  void a_silent_receiver_holds_up_no_other_of_the_round() {
    CountDownLatch never = new CountDownLatch(1);
    Receiver silent = receiver(_ -> never.await());
    Receiver quick = receiver(Receiver.status(200));
    assertThat(
            carrier("tasks:" + SECRET, Duration.ofMillis(500))
                .carry(
                    List.of(
                        alert(silent.url(), "a"),
                        alert(quick.url(), "b"),
                        alert(silent.url(), "c"))))
        .containsExactly(
            new Carried.Later("WEBHOOK_TIMED_OUT"),
            new Carried.Taken("HTTP_200"),
            new Carried.Later("WEBHOOK_TIMED_OUT"));
    never.countDown();
  }

  @Test
  void nobody_there_or_a_line_that_breaks_is_tried_again() throws IOException {
    String nobody;
    try (ServerSocket gone = new ServerSocket(0)) {
      nobody = "http://127.0.0.1:" + gone.getLocalPort() + "/";
    }
    assertThat(carrier().carry(List.of(alert(nobody, "a"))))
        .containsExactly(new Carried.Later("WEBHOOK_UNREACHABLE"));
    Receiver hangsUp = receiver(_ -> {}); // closes the exchange without a status
    assertThat(deliver(hangsUp)).isEqualTo(new Carried.Later("WEBHOOK_BROKE_OFF"));
  }

  @Test
  void without_a_secret_nothing_leaves_the_house() {
    Receiver receiver = receiver(Receiver.status(200));
    assertThat(
            carrier("other:" + SECRET, Duration.ofSeconds(1))
                .carry(List.of(alert(receiver.url(), "a"))))
        .containsExactly(new Carried.Never("WEBHOOK_HAS_NO_SECRET"));
    assertThat(receiver.deliveries).isEmpty();
  }

  @Test
  void a_secret_that_is_none_is_named_and_not_told() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WebhookSecrets("tasks:whsec_c2hvcnQ="))
        .withMessage(
            "amends.notification.webhook-secrets: tasks of 5 bytes (expected: name:secret, Base64 of"
                + " at least 24 bytes)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WebhookSecrets("whsec-no-name-at-all"))
        .withMessageContaining("no name of 0 bytes")
        .withMessageNotContaining("no-name-at-all");
  }
}
