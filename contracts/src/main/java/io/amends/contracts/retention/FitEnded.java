package io.amends.contracts.retention;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a fit came to.
 *
 * @param at up to when it looked, hotel time
 * @param verdict whether there is a new model, and if not why
 * @param inUse the version that scores are made with from now on
 * @param candidate the version that was fitted, null if there is none
 * @param guests of how many guests it learned
 * @param figures by name: how well the version that was in use and the candidate predicted what has
 *     happened since
 */
@JsonTypeName("amends.retention.fit-ended.v1")
public record FitEnded(
    Instant at,
    Verdict verdict,
    String inUse,
    @Nullable String candidate,
    long guests,
    Map<String, Double> figures)
    implements ModelEvent {

  /** Under this key lies the newest. */
  public static final String NEWEST = "fit-ended";

  public FitEnded {
    figures = Map.copyOf(figures);
  }

  /** Whether there is a new model. */
  public enum Verdict {
    TAKEN_INTO_USE,
    /** The candidate predicts worse than what is in use. */
    PREDICTS_WORSE,
    TOO_FEW_GUESTS,
    TOO_FEW_RETURNS,
    /** Too few guests of whom it is known by now whether they came back. */
    TOO_FEW_OUTCOMES,
    DID_NOT_CONVERGE,
    /** The history could not be read to its end. */
    FAILED
  }
}
