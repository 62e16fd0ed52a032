package io.amends.intake.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnchorsTest {

  private static final List<Lexicon.Word> WORDS =
      Stream.of(Matter.values())
          .flatMap(matter -> Lexicon.shipped(matter).words().values().stream())
          .flatMap(Collection::stream)
          .toList();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          cockroaches; cockroaches
          没有?热水; 热水
          (cold|freezing) (water|shower); water,shower
          hot water (ran out|never); hot water·
          a{2,3}b; a
          repairs?; repair
          (电梯|升降机).{0,8}(坏|停); 电梯,升降机
          over ?booked; booked
          x(a|)y; x
          ab++c; ab
          \\d+ degrees; ·degrees
          """)
  void the_piece_that_tells_most_and_has_to_stand_there(String expression, String anchors) {
    assertThat(Anchors.of(expression)).isEqualTo(Set.of(anchors.replace('·', ' ').split(",", -1)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          (cold)?
          a|.
          (?!not)cold
          [ab]c[\\d]
          \\x41bc
          """)
  void nothing_has_to_stand_there_if_it_is_not_known(String expression) {
    assertThat(Anchors.of(expression)).isEmpty();
  }

  @Test
  void no_word_of_the_lexicon_is_missed() {
    List<String> texts =
        Stream.of(
                Sentences.tuned(),
                Sentences.heldOut(),
                Sentences.tuned(Matter.STYLE),
                Sentences.heldOut(Matter.STYLE))
            .flatMap(Collection::stream)
            .map(sentence -> Classifier.plain(sentence.text()))
            .toList();
    for (Lexicon.Word word : WORDS) {
      for (String text : texts) {
        if (word.pattern().matcher(text).find()) {
          assertThat(word.mayBeIn(text)).as("%s in %s", word.text(), text).isTrue();
        }
      }
    }
  }

  @Test
  void almost_every_word_of_the_lexicon_has_some() {
    assertThat(WORDS)
        .filteredOn(word -> word.anchors().isEmpty())
        .hasSizeLessThan(WORDS.size() / 50);
  }
}
