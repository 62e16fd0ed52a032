package io.amends.scorer.domain.fact;

/**
 * Which booking, stay or complaint of a guest is meant, as 32 bits of its id: enough to tell the
 * few that one guest has open apart, in the four bytes that the statistics can afford.
 */
public record Reference(int bits) {

  /** Spreads ids that differ in the last digit only: the finaliser of MurmurHash3. */
  public static Reference of(String id) {
    int mixed = id.hashCode();
    mixed = (mixed ^ (mixed >>> 16)) * 0x85ebca6b;
    mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
    return new Reference(mixed ^ (mixed >>> 16));
  }
}
