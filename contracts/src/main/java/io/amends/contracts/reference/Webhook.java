package io.amends.contracts.reference;

/**
 * Another system that is told over HTTP. With which secret it is signed is no reference data: each
 * installation says so under the name.
 *
 * @param name unique at the property, 1 to 40 of a-z 0-9 -; the same name has the same secret
 * @param takes what it is told
 * @param url over TLS, unless it is on this machine
 */
public record Webhook(String name, Takes takes, String url) {

  /** What a system is told. */
  public enum Takes {
    /** Every alert and warning to staff, with the person's link. */
    STAFF_ALERTS,
    /** What a guest is given as points, voucher or upgrade: it is to hand it over. */
    REMEDIES
  }
}
