package io.amends.notification.sms;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.CASE;
import static io.amends.notification.domain.Evening.draft;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.kit.clock.StillClock;
import io.amends.kit.events.Json;
import io.amends.kit.security.DerivedCodes;
import io.amends.kit.security.SignedLinks;
import io.amends.kit.words.Bundles;
import io.amends.notification.channel.Carrier.Address;
import io.amends.notification.channel.Carrier.Carried;
import io.amends.notification.channel.Carrier.Parcel;
import io.amends.notification.channel.TapLinks;
import io.amends.notification.domain.Draft;
import io.amends.notification.email.GuestLinks;
import io.amends.notification.email.Letters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A gateway over HTTP, asked in the shapes that gateways ask for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SmsCarrierTest {

  private static final String KEY = "k1:" + Base64.getUrlEncoder().encodeToString(new byte[32]);
  private static final String JSON = "{\"to\":\"{to}\",\"text\":\"{text}\",\"ref\":\"{id}\"}";

  private final StillClock clock = new StillClock(AFTERNOON);
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final CountDownLatch never = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpServer server;
  private volatile int status = 200;
  private volatile String answer = "{\"code\":0}";

  SmsCarrierTest() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
          try {
            if (status == 0) {
              never.await();
            } else if (status > 0) {
              byte[] body = answer.getBytes(StandardCharsets.UTF_8);
              exchange.sendResponseHeaders(status, body.length);
              exchange.getResponseBody().write(body);
            }
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
          }
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    never.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private Carried send(String contentType, String body, String url) {
    SignedLinks links = new SignedLinks(KEY, clock);
    Letters letters =
        new Letters(
            Bundles.of("hotel", "letters"),
            new TapLinks(links, "http://localhost:8085"),
            new GuestLinks("http://localhost:8081", links, clock),
            new DerivedCodes(KEY),
            clock);
    SmsGateway gateway =
        new SmsGateway(
            URI.create(url),
            contentType,
            body,
            "Authorization: Bearer key-1",
            "AMENDS",
            Pattern.compile("\"code\":0"),
            Duration.ofSeconds(2));
    try (SmsCarrier carrier = new SmsCarrier(gateway, letters, clock)) {
      return carrier
          .carry(List.of(new Parcel(alert(), new Address("+65 8123 4567", "Ana"))))
          .getFirst();
    }
  }

  private Carried send(String contentType, String body) {
    return send(contentType, body, "http://127.0.0.1:" + server.getAddress().getPort() + "/sms");
  }

  private static Draft alert() {
    Draft bare = draft("case-1/2/ana/sms", Purpose.STAFF_ALERT, CASE);
    return new Draft(
        bare.message(),
        "alert",
        Map.of(
            "role", "FRONT_LINE",
            "property", "Amends \"Marina\" & Bay",
            "room", "1204",
            "issue", "ROOM_CLIMATE",
            "promise", "ACKNOWLEDGE",
            "dueAt", AFTERNOON.plusSeconds(600).toString()),
        "en",
        bare.zone(),
        List.of());
  }

  @Test
  void a_gateway_that_takes_json_gets_json_whatever_a_hotel_is_called() {
    assertThat(send("application/json", JSON)).isEqualTo(new Carried.Taken("HTTP_200"));
    var body = Json.mapper().readTree(bodies.getFirst());
    assertThat(body.path("to").asString()).isEqualTo("+65 8123 4567");
    assertThat(body.path("ref").asString()).isEqualTo("case-1/2/ana/sms");
    assertThat(body.path("text").asString())
        .startsWith("Amends \"Marina\" & Bay, room 1204: Room too warm or too cold.")
        .contains("10 minutes left")
        .contains("http://localhost:8085/t/");
    assertThat(keys).containsExactly("Bearer key-1");
  }

  @Test
  void a_gateway_that_takes_a_form_gets_a_form() {
    send("application/x-www-form-urlencoded", "To={to}&From={from}&Body={text}");
    String[] fields = bodies.getFirst().split("&", -1);
    assertThat(fields).hasSize(3);
    assertThat(fields[0]).isEqualTo("To=%2B65+8123+4567");
    assertThat(fields[1]).isEqualTo("From=AMENDS");
    assertThat(URLDecoder.decode(fields[2], StandardCharsets.UTF_8))
        .startsWith("Body=Amends \"Marina\" & Bay, room 1204");
  }

  @Test
  void a_yes_that_means_no_is_no() {
    answer = "{\"code\":1042,\"message\":\"balance\"}";
    assertThat(send("application/json", JSON)).isEqualTo(new Carried.Later("SMS_GATEWAY_SAID_NO"));
  }

  @ParameterizedTest
  @CsvSource({"401", "402", "429", "500"})
  void what_may_get_better_is_tried_again(int said) {
    status = said;
    assertThat(send("application/json", JSON))
        .isEqualTo(new Carried.Later("SMS_GATEWAY_ANSWERED_" + said));
  }

  @Test
  void a_number_that_is_none_is_not() {
    status = 400;
    assertThat(send("application/json", JSON))
        .isEqualTo(new Carried.Never("SMS_GATEWAY_REFUSED_400"));
  }

  @Test
  void whether_a_silent_gateway_has_sent_it_nobody_knows() {
    status = 0;
    assertThat(send("application/json", JSON)).isEqualTo(new Carried.Unclear());
    status = -1; // hangs up
    assertThat(send("application/json", JSON)).isEqualTo(new Carried.Unclear());
  }

  @Test
  void nothing_was_sent_where_no_connection_came_about() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (int i = 0; i < 4; i++) { // the queue of who waits to be let in is full
        SocketChannel one = SocketChannel.open();
        one.configureBlocking(false);
        one.connect(full.getLocalSocketAddress());
        waiting.add(one.socket());
      }
      assertThat(send("application/json", JSON, "http://127.0.0.1:" + full.getLocalPort() + "/"))
          .isEqualTo(new Carried.Later("SMS_GATEWAY_UNREACHABLE"));
    } finally {
      for (Socket one : waiting) {
        one.close();
      }
    }
  }

  @Test
  void nothing_was_sent_to_whom_nobody_trusts() throws Exception {
    SSLContext bare = SSLContext.getInstance("TLS");
    bare.init(null, null, null);
    try (ServerSocket stranger =
        bare.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      threads.execute(
          () -> {
            try (SSLSocket caller = (SSLSocket) stranger.accept()) {
              caller.startHandshake(); // without a certificate
            } catch (IOException _) {
              // as it is meant to be
            }
          });
      assertThat(
              send("application/json", JSON, "https://127.0.0.1:" + stranger.getLocalPort() + "/"))
          .isEqualTo(new Carried.Later("SMS_GATEWAY_UNREACHABLE"));
    }
  }

  @Test
  void without_a_gateway_what_was_ordered_waits_and_nobody_is_called() {
    assertThat(
            SmsCarrier.NO_GATEWAY.carry(List.of(new Parcel(alert(), new Address("+65 1", "Ana")))))
        .containsExactly(new Carried.Later("NO_SMS_GATEWAY", true));
  }

  @Test
  void nobody_was_asked_where_nobody_is() throws IOException {
    String nobody;
    try (ServerSocket gone = new ServerSocket(0)) {
      nobody = "http://127.0.0.1:" + gone.getLocalPort() + "/";
    }
    assertThat(send("application/json", JSON, nobody))
        .isEqualTo(new Carried.Later("SMS_GATEWAY_UNREACHABLE"));
  }
}
