package io.amends.intake.classification;

import io.amends.contracts.inbound.ComplaintReported;
import io.amends.contracts.intake.Suggestion;
import io.amends.intake.domain.Reading;

/** Reads what a guest wrote, for what nobody said of it. */
public final class Reader {

  /** Made when the first words come, and once: a service that starts has other things to do. */
  private static final class Shipped {
    private static final Classifier CLASSIFIER = Classifier.shipped();
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
        complaint.language() == null ? SpokenLanguage.of(words).orElse(null) : null);
  }
}
