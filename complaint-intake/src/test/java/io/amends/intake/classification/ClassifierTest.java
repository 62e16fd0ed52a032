package io.amends.intake.classification;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.intake.Suggestion;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.kit.events.Json;
import io.amends.kit.events.Yaml;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClassifierTest {

  private static final Classifier CLASSIFIER = Classifier.shipped();

  @Test
  void every_code_of_the_lexicon_is_one_of_the_catalogue() {
    HotelPolicy policy =
        Json.mapper().convertValue(Yaml.resource(HotelPolicy.SHIPPED), HotelPolicy.class);

    assertThat(policy.catalogue().keySet()).containsAll(CLASSIFIER.issues());
  }

  @Test
  void one_plain_word_is_enough_and_is_told() {
    Suggestion suggestion = CLASSIFIER.suggest("晚上发现房间里有蟑螂").orElseThrow();

    assertThat(suggestion.issue()).isEqualTo("PESTS");
    assertThat(suggestion.because()).contains("蟑螂");
    assertThat(suggestion.confidence()).isBetween(0.75, 0.9);
    assertThat(CLASSIFIER.isSure(suggestion)).isTrue();
  }

  @Test
  void two_matters_at_once_are_no_sure_thing() {
    assertThat(CLASSIFIER.suggest("cockroaches, and no hot water").filter(CLASSIFIER::isSure))
        .isEmpty();
    assertThat(CLASSIFIER.suggest("no hot water").filter(CLASSIFIER::isSure)).isPresent();
  }

  @Test
  void what_is_denied_or_hinted_at_says_nothing() {
    assertThat(CLASSIFIER.suggest("没有蟑螂")).isEmpty();
    assertThat(CLASSIFIER.suggest("There were no cockroaches.")).isEmpty();
    assertThat(CLASSIFIER.suggest("What time is breakfast?")).map(Suggestion::issue).isEmpty();
    assertThat(CLASSIFIER.suggest("")).isEmpty();
  }

  @Test
  void words_are_found_whole_and_however_they_are_written() {
    assertThat(CLASSIFIER.suggest("We toured the pirate ship.")).as("no rat in it").isEmpty();
    assertThat(CLASSIFIER.suggest("ＢＥＤ ＢＵＧＳ")).map(Suggestion::issue).contains("PESTS");
    assertThat(CLASSIFIER.suggest("The AC didn\u2019t work"))
        .map(Suggestion::issue)
        .contains("ROOM_CLIMATE");
  }

  @Test
  void a_long_text_full_of_nothing_is_read_all_the_same() {
    assertThat(CLASSIFIER.suggest("好".repeat(100_000))).isEmpty();
  }

  /** A little below what is measured: it tells a lexicon that broke from one that was changed. */
  @Test
  void the_sentences_that_ship_are_read_no_worse_than_they_were() {
    Evaluation tuned = Evaluation.of(CLASSIFIER, Sentences.tuned(), UnaryOperator.identity());
    Evaluation heldOut = Evaluation.of(CLASSIFIER, Sentences.heldOut(), UnaryOperator.identity());

    assertThat(tuned.accuracy()).isGreaterThan(0.9);
    assertThat(heldOut.accuracy()).isGreaterThan(0.6);
  }

  @Test
  void precision_and_recall_are_counted_by_class() {
    List<Evaluation.Labelled> texts =
        List.of(
            new Evaluation.Labelled("PESTS", "en", "cockroaches everywhere"),
            new Evaluation.Labelled("WIFI", "en", "fleas"),
            new Evaluation.Labelled(Evaluation.NOTHING, "en", "thank you"));

    Evaluation evaluation = Evaluation.of(CLASSIFIER, texts, UnaryOperator.identity());

    assertThat(evaluation.classes())
        .isEqualTo(
            Map.of(
                "PESTS", new Evaluation.Counts(1, 2, 1),
                "WIFI", new Evaluation.Counts(1, 0, 0),
                "NOTHING", new Evaluation.Counts(1, 1, 1)));
    assertThat(new Evaluation.Counts(1, 2, 1).precision()).isEqualTo(0.5);
    assertThat(new Evaluation.Counts(1, 2, 1).recall()).isEqualTo(1.0);
  }
}
