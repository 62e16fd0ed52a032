package io.amends.desk.cases;

import java.util.List;

/**
 * What a page tells of a tap.
 *
 * @param kind DONE, MOOT, ASKED, REFUSED, PENDING or TRY_AGAIN, as it looks; empty: nobody tapped
 */
public record Told(String kind, String title, List<String> sentences) {

  /** Nobody tapped. */
  public static final Told NOTHING = new Told("", "", List.of());

  public Told {
    sentences = List.copyOf(sentences);
  }
}
