package io.amends.contracts;

/** What a guest can be given to make good. */
public enum RemedyType {
  APOLOGY,
  EXPLANATION,
  REFUND,
  DISCOUNT,
  REPLACE,
  REDO,
  EXTRA_SERVICE,
  UPGRADE,
  POINTS,
  VOUCHER;

  /** Words: they need nobody's leave, and so they have no worth. */
  public boolean isWords() {
    return this == APOLOGY || this == EXPLANATION;
  }
}
