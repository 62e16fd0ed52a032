package io.amends.desk.view;

import java.time.Instant;
import java.util.List;

/**
 * One line of a case's timeline, without words: what happened, who did it, when.
 *
 * @param code what happened, the last part of a key in the bundles
 * @param actor as events name one
 * @param values what the sentence needs, in its order
 */
public record Line(String code, String actor, Instant at, List<Value> values) {

  public Line {
    values = List.copyOf(values);
  }

  /** One value of a sentence. */
  public record Value(Kind kind, String value) {

    /** How a value becomes words. */
    public enum Kind {
      /** A key in the bundles. */
      CODE,
      /** Currency and minor units, such as {@code SGD 3200}. */
      MONEY,
      NUMBER,
      /** ISO 8601, told in the property's zone. */
      TIME
    }
  }
}
