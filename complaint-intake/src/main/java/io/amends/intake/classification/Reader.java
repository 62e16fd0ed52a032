package io.amends.intake.classification;

import io.amends.contracts.inbound.ComplaintReported;
import io.amends.contracts.intake.Hint;
import io.amends.contracts.intake.Manner;
import io.amends.contracts.intake.Suggestion;
import io.amends.intake.domain.Reading;
import org.jspecify.annotations.Nullable;

/** Reads what a guest wrote, for what nobody said of it. */
public final class Reader {

  /** Made when the first words come, and once: a service that starts has other things to do. */
  private static final class Shipped {
    private static final Classifier CLASSIFIER = Classifier.shipped();
    private static final Classifier STYLE = Classifier.of(Matter.STYLE);
    private static final Classifier MOTIVE = Classifier.of(Matter.MOTIVE);
    private static final Classifier PUBLIC = Classifier.of(Matter.PUBLIC);
  }

  /** What the complaint's words say of what it is about, and of their language. */
  public Reading read(ComplaintReported complaint) {
    String words = complaint.narrative();
    if (words == null || words.isBlank()) {
      return Reading.NOTHING;
    }
    boolean unsorted = complaint.issue() == null && complaint.failureType() == null;
    Suggestion suggestion = unsorted ? Shipped.CLASSIFIER.suggest(words).orElse(null) : null;
    return new Reading(
        suggestion,
        suggestion != null && Shipped.CLASSIFIER.isSure(suggestion),
        complaint.language() == null ? SpokenLanguage.of(words).orElse(null) : null,
        manner(complaint, words));
  }

  /** How it is told, in what nobody said of it; null: the words tell nothing of that. */
  private static @Nullable Manner manner(ComplaintReported complaint, String words) {
    return Manner.of(
        hint(Shipped.STYLE, words),
        complaint.motive() == null ? hint(Shipped.MOTIVE, words) : null,
        complaint.open() == null ? hint(Shipped.PUBLIC, words) : null);
  }

  private static @Nullable Hint hint(Classifier classifier, String words) {
    return classifier
        .suggest(words)
        .map(s -> new Hint(s.issue(), s.confidence(), s.because(), s.lexicon()))
        .orElse(null);
  }
}
