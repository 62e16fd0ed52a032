package io.amends.kit.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import io.amends.kit.http.ProblemHandler;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** RFC 9457, for every way in which a request can end badly. */
@ExtendWith(Edge.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProblemTest {

  private final Edge edge;

  ProblemTest(Edge edge) {
    this.edge = edge;
  }

  @ParameterizedTest
  @CsvSource({
    "/nowhere, 404, not-found",
    "/rooms/12, 400, bad-request",
    "/rooms/12?nights=two, 400, bad-request",
    "/rooms/penthouse?nights=2, 400, refused",
    "/wishes, 405, method-not-allowed",
    "/busy, 503, try-again"
  })
  void every_refusal_is_a_problem_document(String path, int status, String code) {
    Edge.Answer answer = edge.known(path);
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().path("type").asString()).isEqualTo("urn:amends:problem:" + code);
    assertThat(answer.json().path("status").asInt()).isEqualTo(status);
  }

  @Test
  void it_names_the_field_what_was_found_and_what_was_expected() {
    assertThat(edge.known("/rooms/penthouse?nights=2").json().path("errors"))
        .hasToString(
            "[{\"pointer\":\"room\",\"found\":\"9 characters\",\"expected\":\"a number\"}]");
  }

  @Test
  void it_says_when_to_come_back() {
    assertThat(edge.known("/busy").header("Retry-After")).isEqualTo("2");
  }

  @Test
  void a_body_that_is_too_large_is_refused() {
    Edge.Answer answer = edge.post("/wishes", "{\"text\":\"" + "x".repeat(70_000) + "\"}");
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
  }

  @Test
  void a_body_that_can_not_be_read_is_not_repeated() {
    Edge.Answer answer = edge.post("/wishes", "{\"text\":\"Rosa Canary\", nights}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.response().body()).doesNotContain("Rosa");
  }

  @Test
  void what_fails_unexpectedly_is_told_by_a_number_and_nobody_s_words_are_in_answer_or_log() {
    Logger logger = (Logger) LoggerFactory.getLogger(ProblemHandler.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    Edge.Answer answer;
    try {
      answer = edge.post("/wishes", "{\"text\":\"Rosa Canary wants a view\",\"nights\":2}");
    } finally {
      logger.detachAppender(log);
    }

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.response().body()).doesNotContain("Rosa").contains("unexpected");
    String number = answer.json().path("number").asString();
    List<String> lines =
        log.list.stream()
            .map(
                line ->
                    line.getFormattedMessage()
                        + ThrowableProxyUtil.asString(line.getThrowableProxy()))
            .toList();
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst())
        .contains(number, "java.lang.IllegalStateException")
        .doesNotContain("Rosa");
  }
}
