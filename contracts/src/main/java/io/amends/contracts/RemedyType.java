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
  VOUCHER
}
