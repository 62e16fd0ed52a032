package io.amends.contracts.inbound;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A guest as the chain's systems know one. Intake takes it apart into reference, contact and
 * consent facts.
 *
 * @param locale BCP 47
 * @param zone IANA
 * @param country ISO 3166 alpha-2
 * @param birthday {@code MM-dd}
 */
public record GuestProfile(
    String guestId,
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String locale,
    @Nullable String zone,
    @Nullable String country,
    @Nullable String tier,
    @Nullable LocalDate memberSince,
    @Nullable String birthday,
    @Nullable List<ConsentGiven> consents) {

  /**
   * One consent.
   *
   * @param at when; the newest wins, on a tie refusal
   */
  public record ConsentGiven(
      Consent.Purpose purpose,
      Consent.By channel,
      Consent.State state,
      Instant at,
      @Nullable String source) {}

  /** Never the person's data: a record prints itself into logs. */
  @Override
  public String toString() {
    return "GuestProfile[%s]".formatted(guestId);
  }
}
