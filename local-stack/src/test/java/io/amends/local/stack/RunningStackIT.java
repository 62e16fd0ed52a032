package io.amends.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.local.installation.Installation;
import io.amends.local.process.Waiting;
import io.amends.local.program.Ports;
import io.amends.local.stack.StackEvent.Died;
import io.amends.local.token.TokenRequest;
import io.amends.local.token.Tokens;
import java.io.Reader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a running stack does: broker, identity and one service, each a real process. */
class RunningStackIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final List<StackEvent> EVENTS = new CopyOnWriteArrayList<>();

  @TempDir static Path data;

  private static Stack stack;

  private final Http http = new Http();

  @BeforeAll
  static void start() {
    stack =
        Stack.of(Installation.here(), data)
            .ports(Ports.free().withFree(Fake.NAME))
            .services(List.of(Fake.service()))
            .topics(() -> List.of(new NewTopic("recovery.cases.v1", 4, (short) 1)))
            .environment("AMENDS_PREFIX", "test")
            .listener(EVENTS::add)
            .start();
  }

  @AfterAll
  static void stop() {
    stack.close();
  }

  @Test
  void topics_are_there_before_it_is_ready() throws Exception {
    Map<String, Object> settings =
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, stack.ports().bootstrapServers());
    try (Admin admin = Admin.create(settings)) {
      assertThat(admin.listTopics().names().get()).contains("recovery.cases.v1");
    }
  }

  @Test
  void a_token_says_who_holds_it_in_which_roles_and_for_which_properties() throws Exception {
    Jwt token =
        new Jwt(
            tokens().issue(new TokenRequest(List.of("DUTY_MANAGER"), List.of("SHA-BUND"), "tom")));

    assertThat(token.isSignedBy(http.get(identity() + "/oauth2/jwks").body())).isTrue();
    assertThat(token.claims().path("iss").asString()).isEqualTo(identity());
    assertThat(token.claims().path("aud").asString()).isEqualTo("amends");
    assertThat(token.claims().path("sub").asString()).isEqualTo("tom");
    assertThat(token.claims().path("name").asString()).isEqualTo("Tom Wang");
    assertThat(token.claims().path("roles")).isEqualTo(JSON.valueToTree(List.of("DUTY_MANAGER")));
    assertThat(token.claims().path("properties")).isEqualTo(JSON.valueToTree(List.of("SHA-BUND")));
  }

  @Test
  void a_demo_user_has_the_roles_and_properties_that_are_not_named() throws Exception {
    Jwt token = new Jwt(tokens().issue(new TokenRequest(List.of(), List.of(), "ana")));

    assertThat(token.claims().path("roles")).isEqualTo(JSON.valueToTree(List.of("FRONT_LINE")));
    assertThat(token.claims().path("properties"))
        .isEqualTo(JSON.valueToTree(List.of("SIN-MARINA")));
  }

  @Test
  void a_role_that_does_not_exist_is_refused_by_name() {
    assertThatThrownBy(() -> tokens().issue(new TokenRequest(List.of("KING"), List.of(), null)))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("role: KING (expected: one of FRONT_LINE");
  }

  @Test
  void only_who_knows_the_secret_gets_a_token() {
    assertThatThrownBy(
            () ->
                new Tokens(identity(), "guessed")
                    .issue(new TokenRequest(List.of("OPERATIONS"), List.of(), null)))
        .isInstanceOf(StackFailure.class)
        .hasMessageContaining("invalid_client");
  }

  @Test
  void a_system_with_a_secret_gets_a_token_to_publish_whatever_role_it_asks_for() throws Exception {
    Properties secrets = new Properties();
    try (Reader file = Files.newBufferedReader(stack.data().secrets().integrators())) {
      secrets.load(file);
    }
    String id = "demo-integrator";
    HttpResponse<String> answer =
        http.postForm(
            identity() + "/oauth2/token",
            "grant_type=client_credentials&role=HEAD_OFFICE",
            id,
            secrets.getProperty(id));
    JsonNode claims =
        new Jwt(JSON.readTree(answer.body()).path("access_token").asString()).claims();
    assertThat(claims.path("sub").asString()).isEqualTo(id);
    assertThat(claims.path("roles")).isEqualTo(JSON.valueToTree(List.of("INTEGRATOR")));
  }

  @Test
  void people_sign_in_on_a_page_and_the_desk_gets_their_token() throws Exception {
    String verifier = "a-proof-key-that-is-long-enough-for-the-standard-0123456789";
    String redirect = stack.ports().url(Ports.DESK) + "/login/oauth2/code/amends";
    HttpResponse<String> asked =
        http.get(
            identity()
                + "/oauth2/authorize?response_type=code&client_id=recovery-desk&scope=openid%20profile"
                + "&state=s1&code_challenge_method=S256&code_challenge="
                + challenge(verifier)
                + "&redirect_uri="
                + redirect);
    assertThat(location(asked)).endsWith("/login");

    String page = http.get(identity() + "/login").body();
    assertThat(page).contains("Tom Wang", "DUTY_MANAGER", "tom / tom");
    HttpResponse<String> signedIn =
        http.postForm(
            identity() + "/login",
            "username=tom&password=tom&_csrf=" + found(page, "_csrf\" value=\"([^\"]+)"));
    String withCode = location(http.get(location(signedIn)));
    assertThat(withCode).startsWith(redirect).contains("state=s1");

    HttpResponse<String> exchanged =
        http.postForm(
            identity() + "/oauth2/token",
            "grant_type=authorization_code&client_id=recovery-desk&redirect_uri=%s&code=%s&code_verifier=%s"
                .formatted(redirect, found(withCode, "code=([^&]+)"), verifier));
    JsonNode tokens = JSON.readTree(exchanged.body());
    JsonNode claims = new Jwt(tokens.path("access_token").asString()).claims();
    assertThat(claims.path("sub").asString()).isEqualTo("tom");
    assertThat(claims.path("aud").asString()).isEqualTo("amends");
    assertThat(claims.path("roles")).isEqualTo(JSON.valueToTree(List.of("DUTY_MANAGER")));
    assertThat(new Jwt(tokens.path("id_token").asString()).claims().path("aud").asString())
        .isEqualTo("recovery-desk");
  }

  @Test
  void a_mail_is_seen_as_its_reader_sees_it() throws Exception {
    Smtp.send(
        stack.ports().of(Ports.SMTP),
        "li@example.org",
        """
        From: Amends Bund Shanghai <bund@example.org>
        To: li@example.org
        Subject: =?UTF-8?B?5a+55LiN6LW3?=
        Message-ID: <m1@example.org>
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain; charset=UTF-8

        Your link: http://localhost:8085/t/abc
        --b
        Content-Type: text/html; charset=UTF-8

        <p>Your <a href="http://localhost:8085/t/abc">link</a></p>
        --b--""");

    JsonNode mails = JSON.readTree(http.get(identity() + "/api/mails?to=LI@example.org").body());
    assertThat(mails).hasSize(1);
    JsonNode mail = mails.get(0);
    assertThat(mail.path("subject").asString()).isEqualTo("对不起");
    assertThat(mail.path("from").asString()).isEqualTo("Amends Bund Shanghai <bund@example.org>");
    assertThat(mail.path("to").asString()).isEqualTo("li@example.org");
    assertThat(mail.path("messageId").asString()).isEqualTo("<m1@example.org>");
    assertThat(mail.path("text").asString()).startsWith("Your link: http://localhost:8085/t/abc");
    assertThat(mail.path("html").asString()).startsWith("<p>Your <a");

    String page = http.get(identity() + "/mails/" + mail.path("id").asString()).body();
    assertThat(page)
        .contains("对不起", "sandbox=", "<a href=\"http://localhost:8085/t/abc\"")
        .contains("Message-ID: &lt;m1@example.org&gt;");
    assertThat(http.get(identity() + "/mails").body()).contains("对不起");
    assertThat(JSON.readTree(http.get(identity() + "/api/mails?since=2999-01-01T00:00:00Z").body()))
        .isEmpty();
  }

  @Test
  void a_service_is_told_where_the_others_are() throws Exception {
    List<String> environment =
        http.get(stack.ports().url(Fake.NAME) + "/environment").body().lines().toList();
    assertThat(environment)
        .contains(
            "SERVER_ADDRESS=127.0.0.1",
            "SPRING_KAFKA_BOOTSTRAP_SERVERS=" + stack.ports().bootstrapServers(),
            "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI=" + identity(),
            "SPRING_MAIL_PORT=" + stack.ports().of(Ports.SMTP),
            "AMENDS_STATE_DIR=" + data.resolve("state").resolve(Fake.NAME),
            "AMENDS_LINK_KEYS=" + stack.data().secrets().linkKeys(),
            "AMENDS_PREFIX=test")
        .noneMatch(line -> line.startsWith("AMENDS_CLOCK_FILE"));
  }

  @Test
  void a_service_that_dies_is_started_again_and_it_is_told() {
    long first = stack.pid(Fake.NAME);
    ProcessHandle.of(first).orElseThrow().destroyForcibly();

    assertThat(Waiting.until(PATIENCE, () -> EVENTS.contains(new Died(Fake.NAME, 137)))).isTrue();
    assertThat(Waiting.until(PATIENCE, () -> isReadyWithAnother(first))).isTrue();
  }

  @Test
  void a_service_that_was_killed_on_purpose_stays_down_until_it_is_started() throws Exception {
    stack.kill(Fake.NAME);
    assertThatThrownBy(() -> stack.pid(Fake.NAME)).isInstanceOf(StackFailure.class);

    stack.start(Fake.NAME);
    assertThat(http.get(stack.ports().url(Fake.NAME) + "/environment").statusCode()).isEqualTo(200);
  }

  private static boolean isReadyWithAnother(long first) {
    return EVENTS.stream()
        .anyMatch(
            event ->
                event instanceof StackEvent.Ready(var program, var pid, _)
                    && program.equals(Fake.NAME)
                    && pid != first);
  }

  private static String identity() {
    return stack.ports().url(Ports.IDENTITY);
  }

  private static Tokens tokens() {
    return new Tokens(identity(), stack.data().secrets().commandLine());
  }

  private static String challenge(String verifier) throws Exception {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new AssertionError("no redirect: " + answer + "\n" + answer.body()));
  }

  private static String found(String text, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern).isTrue();
    return matcher.group(1);
  }
}
