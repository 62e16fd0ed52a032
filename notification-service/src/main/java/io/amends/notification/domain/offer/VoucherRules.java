package io.amends.notification.domain.offer;

import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.notification.NotificationEvent.OfferLapsed;
import io.amends.contracts.notification.NotificationEvent.OfferRedeemed;
import io.amends.notification.domain.offer.Voucher.State;
import io.amends.notification.domain.offer.VoucherAnswer.Result;
import io.amends.notification.domain.offer.VoucherAsked.Issue;
import io.amends.notification.domain.offer.VoucherAsked.Redeem;
import io.amends.notification.domain.offer.VoucherAsked.Withdraw;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The rules of a voucher: redeemed once, by the first whose wish the log holds, or never. */
public final class VoucherRules {

  private VoucherRules() {}

  /**
   * What has become of it.
   *
   * @param after null: there is none
   * @param budget what its month is told
   * @param event what everybody is told
   * @param answer what is said to whoever wanted to redeem it
   */
  public record Outcome(
      @Nullable Voucher after,
      BudgetAsked.@Nullable Kind budget,
      @Nullable NotificationEvent event,
      @Nullable VoucherAnswer answer) {

    static Outcome nothing(@Nullable Voucher as) {
      return new Outcome(as, null, null, null);
    }
  }

  /**
   * Decides.
   *
   * @param known null: none is known by that code
   * @param at when it was asked
   * @param partners whether partners may redeem
   */
  public static Outcome decide(
      @Nullable Voucher known, VoucherAsked asked, Instant at, boolean partners) {
    return switch (asked) {
      case Issue(var message, var offer) ->
          Outcome.nothing(known == null ? Voucher.open(message, offer) : known);
      case Withdraw() ->
          known != null && known.state() == State.OPEN
              ? new Outcome(known.in(State.WITHDRAWN), BudgetAsked.Kind.RELEASE, null, null)
              : Outcome.nothing(known);
      case Redeem wish -> redeem(known, wish, at, partners);
    };
  }

  private static Outcome redeem(
      @Nullable Voucher known, Redeem wish, Instant at, boolean partners) {
    if (known == null) {
      return answer(null, VoucherAnswer.no(wish.commandId(), Result.UNKNOWN_CODE));
    }
    if (!isHere(known, wish, partners)) {
      return answer(known, VoucherAnswer.no(wish.commandId(), Result.NOT_HERE));
    }
    return switch (known.state()) {
      case OPEN ->
          at.isBefore(known.offer().redeemableUntil())
              ? redeemed(known, wish, at)
              : answer(known, VoucherAnswer.no(wish.commandId(), Result.LAPSED));
      case REDEEMED -> answer(known, again(known, wish));
      case LAPSED -> answer(known, VoucherAnswer.no(wish.commandId(), Result.LAPSED));
      case WITHDRAWN -> answer(known, VoucherAnswer.no(wish.commandId(), Result.WITHDRAWN));
    };
  }

  private static boolean isHere(Voucher voucher, Redeem wish, boolean partners) {
    var property = voucher.message().propertyId();
    return (partners || !wish.partner())
        && (wish.properties().contains("*")
            || property == null
            || wish.properties().contains(property.value()));
  }

  private static Outcome redeemed(Voucher voucher, Redeem wish, Instant at) {
    Voucher.Redemption how = new Voucher.Redemption(wish.commandId(), wish.by(), at);
    Offer offer = voucher.offer();
    return new Outcome(
        voucher.redeemed(how),
        BudgetAsked.Kind.COMMIT,
        new OfferRedeemed(
            voucher.message(),
            at,
            offer.type(),
            offer.programme(),
            offer.budget(),
            offer.cost(),
            wish.by()),
        VoucherAnswer.redeemed(offer, how));
  }

  private static VoucherAnswer again(Voucher voucher, Redeem wish) {
    Voucher.Redemption first = voucher.redemption();
    return first != null && first.commandId().equals(wish.commandId())
        ? VoucherAnswer.redeemed(voucher.offer(), first)
        : VoucherAnswer.no(wish.commandId(), Result.REDEEMED_BEFORE);
  }

  /** Its time is over; nothing, unless it was open. */
  public static Outcome lapse(Voucher voucher) {
    Offer offer = voucher.offer();
    return voucher.state() == State.OPEN
        ? new Outcome(
            voucher.in(State.LAPSED),
            BudgetAsked.Kind.RELEASE,
            new OfferLapsed(
                voucher.message(),
                offer.redeemableUntil(),
                offer.type(),
                offer.programme(),
                offer.budget(),
                offer.cost()),
            null)
        : Outcome.nothing(voucher);
  }

  private static Outcome answer(@Nullable Voucher as, VoucherAnswer answer) {
    return new Outcome(as, null, null, answer);
  }
}
