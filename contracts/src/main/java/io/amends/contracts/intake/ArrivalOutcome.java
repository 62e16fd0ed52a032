package io.amends.contracts.intake;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of something that came to the door.
 *
 * @param eventKey UUIDv8 of source and event id; of a complaint, its id
 * @param at when it was decided, hotel time
 * @param flaws why it was refused; empty otherwise
 */
@JsonTypeName("amends.intake.arrival-decided.v1")
public record ArrivalOutcome(String eventKey, Result result, Instant at, List<Flaw> flaws) {

  public ArrivalOutcome {
    flaws = List.copyOf(flaws);
  }

  /** Whether it was let in. */
  public enum Result {
    ACCEPTED,
    /** The same had come before; nothing was done twice. */
    DUPLICATE,
    REFUSED
  }

  /**
   * What is wrong with one field.
   *
   * @param pointer where (JSON Pointer), or the name of a header
   * @param found what stands there, never a guest's words; null: nothing
   */
  public record Flaw(String pointer, @Nullable String found, String expected) {

    /** As the house writes it: "name: value (expected: …)". */
    @Override
    public String toString() {
      return "%s: %s (expected: %s)"
          .formatted(
              pointer.isEmpty() ? "body" : pointer, found == null ? "absent" : found, expected);
    }
  }
}
