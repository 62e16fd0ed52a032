package io.amends.local.identity.mail;

import java.time.Instant;

/**
 * A mail to one recipient, as it came in.
 *
 * @param id 1, 2, 3 … in the order of arrival
 * @param to whom it was delivered to, which may stand in none of its headers
 * @param raw header and body, a character per byte
 */
record CaughtMail(
    long id,
    String from,
    String to,
    String subject,
    Instant receivedAt,
    String messageId,
    String raw) {

  boolean isTo(String address) {
    return to.equalsIgnoreCase(address);
  }
}
