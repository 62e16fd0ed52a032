package io.amends.intake.classification;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.inbound.ComplaintReported;
import io.amends.contracts.intake.Hint;
import io.amends.contracts.intake.Manner;
import io.amends.contracts.recovery.ComplaintStyle;
import io.amends.kit.events.Json;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How something is told, read in the words. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MannerTest {

  private final Reader reader = new Reader();

  private Manner manner(String words, Map<String, Object> more) {
    Map<String, Object> complaint =
        new HashMap<>(
            Map.of(
                "propertyId", "SYD-QUAY",
                "channel", "EMAIL",
                "occurredAt", "2027-02-20T07:00:00Z",
                "narrative", words));
    complaint.putAll(more);
    return Objects.requireNonNullElse(
        reader.read(Json.mapper().convertValue(complaint, ComplaintReported.class)).manner(),
        new Manner(null, null, null));
  }

  @Test
  void codes_are_the_fields_words() {
    assertThat(Arrays.stream(ComplaintStyle.values()).map(Enum::name))
        .containsAll(Classifier.of(Matter.STYLE).issues());
    assertThat(Arrays.stream(ComplaintReported.Motive.values()).map(Enum::name))
        .containsExactlyInAnyOrderElementsOf(Classifier.of(Matter.MOTIVE).issues());
    assertThat(Classifier.of(Matter.PUBLIC).issues()).isEqualTo(Set.of("PUBLIC"));
  }

  @Test
  void what_led_there_is_told() {
    Hint style = Objects.requireNonNull(manner("再不解决我就打12315", Map.of()).style());

    assertThat(style.code()).isEqualTo("ACTIVIST");
    assertThat(style.because()).containsExactly("12315|12345");
    assertThat(style.confidence()).isBetween(0.5, 1.0);
    assertThat(style.lexicon()).isOne();
  }

  @Test
  void what_somebody_said_is_not_read() {
    String words = "I want a refund. I already posted it on TripAdvisor.";

    assertThat(manner(words, Map.of()).motive()).isNotNull();
    assertThat(manner(words, Map.of()).open()).isNotNull();
    assertThat(manner(words, Map.of("motive", "VENTING")).motive()).isNull();
    assertThat(manner(words, Map.of("public", false)).open()).isNull();
  }

  @Test
  void a_threat_is_not_yet_public() {
    Manner threat = manner("If nobody calls I will post it on TripAdvisor.", Map.of());

    assertThat(threat.open()).isNull();
    assertThat(threat.style()).isNotNull().extracting(Hint::code).isEqualTo("ACTIVIST");
  }

  @Test
  void plain_words_tell_nothing_of_it() {
    assertThat(manner("There was hair in the bathtub.", Map.of()))
        .isEqualTo(new Manner(null, null, null));
  }

  /** A little below what is measured: it tells a lexicon that broke from one that was changed. */
  @ParameterizedTest
  @CsvSource({"STYLE, 0.9, 0.6", "MOTIVE, 0.9, 0.6", "PUBLIC, 0.9, 0.8"})
  void the_sentences_that_ship_are_read_no_worse_than_they_were(
      Matter matter, double tuned, double heldOut) {
    Classifier classifier = Classifier.of(matter);

    assertThat(accuracy(classifier, Sentences.tuned(matter))).isGreaterThan(tuned);
    assertThat(accuracy(classifier, Sentences.heldOut(matter))).isGreaterThan(heldOut);
  }

  private static double accuracy(Classifier classifier, List<Evaluation.Labelled> texts) {
    Evaluation evaluation = Evaluation.of(classifier, texts, UnaryOperator.identity());
    return evaluation.accuracy();
  }
}
