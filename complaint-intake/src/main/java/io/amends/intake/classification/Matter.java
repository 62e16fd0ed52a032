package io.amends.intake.classification;

import java.util.List;
import java.util.Locale;

/** What can be read in a guest's words. */
public enum Matter {
  /** What went wrong, as a code of the policy's catalogue. */
  ISSUE("lexicon"),
  /** How the guest responds. */
  STYLE("style"),
  /** Why the guest complains. */
  MOTIVE("motive"),
  /** Whether it stands in public. */
  PUBLIC("public");

  /** All but what went wrong; together they say how it is told. */
  public static final List<Matter> OF_MANNER = List.of(STYLE, MOTIVE, PUBLIC);

  private final String file;

  Matter(String file) {
    this.file = file;
  }

  /** The file with its words. */
  String lexicon() {
    return "classification/%s.yaml".formatted(file);
  }

  /** As people read it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
