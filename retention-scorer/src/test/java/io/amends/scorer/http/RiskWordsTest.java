package io.amends.scorer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.scorer.domain.evidence.Delay;
import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.model.Clue;
import io.amends.scorer.domain.model.Factor;
import io.amends.scorer.domain.score.Reason;
import io.amends.scorer.domain.score.Reason.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.support.ResourceBundleMessageSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RiskWordsTest {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

  private final RiskWords words = words();

  static Stream<Code> everyReason() {
    return Stream.of(
            Stream.of(
                new Code.PaceSoFar(3, 2),
                new Code.Silence(40),
                new Code.Booked(LocalDate.of(2026, 12, 24)),
                new Code.HeldBack(),
                new Code.NeverCame(),
                new Code.NeverMadeGood(NOON)),
            Arrays.stream(Severity.values()).map(Code.Failed::new),
            Arrays.stream(CostTier.values()).map(tier -> new Code.NotMadeGood(NOON, tier)),
            Arrays.stream(Delay.values()).map(Code.MadeGood::new),
            Arrays.stream(Clue.values()).map(clue -> new Code.Seen(clue, 2)),
            Arrays.stream(Clue.values()).map(clue -> new Code.Seen(clue, -1)))
        .flatMap(codes -> codes);
  }

  @ParameterizedTest
  @MethodSource("everyReason")
  void every_reason_has_a_sentence_in_every_language(Code code) {
    String english = say(code, Locale.ENGLISH);
    String chinese = say(code, Locale.SIMPLIFIED_CHINESE);

    assertThat(english).endsWith(".").doesNotContain("{").doesNotContain("_");
    assertThat(chinese).endsWith("。").doesNotContain("{").isNotEqualTo(english);
  }

  @Test
  void they_read_as_people_speak() {
    assertThat(say(new Code.PaceSoFar(1, 0), Locale.ENGLISH))
        .isEqualTo("How often this guest has come so far: one stay, never came back.");
    assertThat(say(new Code.NotMadeGood(NOON, CostTier.NEXT_DAY), Locale.ENGLISH))
        .isEqualTo("Told us on Nov 20, 2026 and not made good yet: now the next day.");
    assertThat(say(new Code.Silence(1_200), Locale.ENGLISH))
        .isEqualTo("Nothing booked for 1,200 days.");
  }

  @Test
  void an_answer_that_was_good_is_not_told_as_a_bad_one() {
    assertThat(say(new Code.Seen(Clue.COURTESY, -1), Locale.ENGLISH))
        .isEqualTo("The guest felt treated with courtesy.");
    assertThat(say(new Code.Seen(Clue.COURTESY, 3), Locale.ENGLISH))
        .isEqualTo("The guest did not feel treated with courtesy.");
    assertThat(say(new Code.Seen(Clue.SURVEY_SCORE, -1), Locale.ENGLISH))
        .isEqualTo("The survey was good.");
  }

  @Test
  void a_language_that_is_not_there_falls_back_to_english() {
    assertThat(say(new Code.NeverCame(), Locale.forLanguageTag("fi")))
        .isEqualTo(say(new Code.NeverCame(), Locale.ENGLISH));
  }

  private String say(Code code, Locale locale) {
    return words.of(new Reason(code, Factor.FAILURE, 0.5), locale);
  }

  private static RiskWords words() {
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setBasename("words/risk");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    return new RiskWords(source);
  }
}
