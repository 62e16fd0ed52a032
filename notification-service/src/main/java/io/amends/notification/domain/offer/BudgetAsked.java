package io.amends.notification.domain.offer;

import io.amends.contracts.GuestId;
import io.amends.contracts.Nights;
import io.amends.contracts.budget.Budget;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a programme's month.
 *
 * @param budget {@code programme/property/2027-01}
 * @param messageId of the offer: its reservation is that of this guest and this message
 * @param limit of that month; needed to reserve
 * @param warnAt share of the limit
 */
public record BudgetAsked(
    Kind kind,
    String budget,
    GuestId guestId,
    String messageId,
    Nights nights,
    @Nullable Nights limit,
    @Nullable BigDecimal warnAt) {

  /** What is asked. */
  public enum Kind {
    /** Alone is answered. */
    RESERVE,
    /** The voucher was redeemed. */
    COMMIT,
    /** The offer was not made after all, or its voucher was not redeemed in time. */
    RELEASE
  }

  public static BudgetAsked reserve(Offer offer, GuestId guest, String messageId) {
    return new BudgetAsked(
        Kind.RESERVE,
        offer.budget(),
        guest,
        messageId,
        offer.cost(),
        offer.limit(),
        offer.warnAt());
  }

  public static BudgetAsked release(Offer offer, GuestId guest, String messageId) {
    return new BudgetAsked(
        Kind.RELEASE, offer.budget(), guest, messageId, offer.cost(), null, null);
  }

  /** Tells it from all others, and a repeat is the same. */
  public String reservation() {
    return guestId.value() + '/' + messageId;
  }

  /** What a month answers. */
  public enum Answer {
    GRANTED,
    /** And little is left. */
    GRANTED_NEAR_LIMIT,
    REFUSED;

    public boolean granted() {
      return this != REFUSED;
    }
  }

  /** What a month answers to a wish to reserve. */
  public record Answered(GuestId guestId, String messageId, Answer answer) {}

  /**
   * What has become of the month.
   *
   * @param answer null: nobody waits for one
   */
  public record Outcome(Budget after, @Nullable Answered answer) {}

  /**
   * Decides.
   *
   * @throws IllegalArgumentException if a wish to reserve names no limit
   */
  public Outcome decide(Budget month) {
    return switch (kind) {
      case RESERVE -> reserve(month);
      case COMMIT -> new Outcome(month.commit(reservation()), null);
      case RELEASE -> new Outcome(month.release(reservation()), null);
    };
  }

  private Outcome reserve(Budget month) {
    Nights most = limit;
    BigDecimal warn = warnAt;
    if (most == null || warn == null) {
      throw new IllegalArgumentException("limit: absent (expected: with a wish to reserve)");
    }
    Budget.Reserved reserved = month.reserve(reservation(), nights, most);
    boolean near = !most.times(warn).exceeds(reserved.after().used());
    Answer answer =
        reserved.granted() ? near ? Answer.GRANTED_NEAR_LIMIT : Answer.GRANTED : Answer.REFUSED;
    return new Outcome(reserved.after(), new Answered(guestId, messageId, answer));
  }
}
