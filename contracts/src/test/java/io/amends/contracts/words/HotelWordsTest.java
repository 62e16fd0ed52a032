package io.amends.contracts.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Origin;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.policy.PolicyFile;
import io.amends.contracts.published.Approved;
import io.amends.contracts.recovery.AlertStep;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.CostTier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code that people read has its words in every language, and no words are left over. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HotelWordsTest {

  private static final Path FOLDER = Approved.RESOURCES.resolve("words");

  /** What intake calls a complaint that says in no code what it is about. */
  private static final String UNSORTED = "UNSORTED";

  @ParameterizedTest
  @MethodSource("bundles")
  void each_code_has_its_words_once_and_each_word_its_code(String bundle) {
    List<String> lines =
        Approved.read(FOLDER.resolve(bundle))
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();

    assertThat(lines).allMatch(line -> line.matches("[a-z]+\\.[A-Z_]+=\\S.*"));
    assertThat(lines)
        .extracting(line -> line.substring(0, line.indexOf('=')))
        .containsExactlyInAnyOrderElementsOf(codes());
  }

  @Test
  void there_are_words_in_english_chinese_and_arabic() {
    assertThat(bundles())
        .contains("hotel.properties", "hotel_zh.properties", "hotel_ar.properties");
  }

  static Stream<String> bundles() {
    return Approved.names(FOLDER).stream().filter(name -> name.startsWith("hotel"));
  }

  private static List<String> codes() {
    HotelPolicy policy = PolicyFile.read();
    Stream<String> offers =
        policy.offers().byFailure().values().stream().flatMap(Collection::stream).distinct();
    return Stream.of(
            named(
                "issue", Stream.concat(policy.catalogue().keySet().stream(), Stream.of(UNSORTED))),
            named("severity", names(Severity.values())),
            named("clock", names(Clock.values())),
            named("tier", names(CostTier.values())),
            named("role", EnumSet.complementOf(EnumSet.of(Role.SYSTEM)).stream().map(Enum::name)),
            named("origin", names(Origin.values())),
            named("cause", names(AlertStep.Cause.values())),
            named("offer", offers))
        .flatMap(codes -> codes)
        .toList();
  }

  private static Stream<String> names(Enum<?>[] codes) {
    return Arrays.stream(codes).map(Enum::name);
  }

  private static Stream<String> named(String what, Stream<String> codes) {
    return codes.map(code -> what + "." + code);
  }
}
