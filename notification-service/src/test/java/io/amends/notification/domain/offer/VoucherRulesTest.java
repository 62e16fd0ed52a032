package io.amends.notification.domain.offer;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.draft;
import static io.amends.notification.domain.Evening.offer;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Actor;
import io.amends.contracts.Nights;
import io.amends.contracts.budget.Budget;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.notification.NotificationEvent.OfferLapsed;
import io.amends.contracts.notification.NotificationEvent.OfferRedeemed;
import io.amends.notification.domain.offer.BudgetAsked.Kind;
import io.amends.notification.domain.offer.Voucher.State;
import io.amends.notification.domain.offer.VoucherAnswer.Result;
import io.amends.notification.domain.offer.VoucherAsked.Issue;
import io.amends.notification.domain.offer.VoucherAsked.Redeem;
import io.amends.notification.domain.offer.VoucherAsked.Withdraw;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A voucher is good once; its month is told whatever becomes of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VoucherRulesTest {

  private static final Message MESSAGE = draft(Purpose.RETENTION_OFFER, null).message();
  private static final Offer OFFER = offer("UPGRADE", "0.10").issued("k1");
  private static final Voucher OPEN = Voucher.open(MESSAGE, OFFER);

  private static Redeem wish(String id) {
    return new Redeem(id, Actor.staff("ana"), false, Set.of("*"));
  }

  private static VoucherRules.Outcome redeem(@Nullable Voucher voucher, Redeem wish) {
    return VoucherRules.decide(voucher, wish, AFTERNOON, true);
  }

  private static Result result(VoucherRules.Outcome outcome) {
    return Objects.requireNonNull(outcome.answer()).result();
  }

  private static Voucher after(VoucherRules.Outcome outcome) {
    return Objects.requireNonNull(outcome.after());
  }

  @Test
  void the_first_redeems_it_and_everybody_hears_of_it() {
    var outcome = redeem(OPEN, wish("a"));
    assertThat(after(outcome).state()).isEqualTo(State.REDEEMED);
    assertThat(outcome.budget()).isEqualTo(Kind.COMMIT);
    assertThat(outcome.event())
        .isEqualTo(
            new OfferRedeemed(
                MESSAGE,
                AFTERNOON,
                "UPGRADE",
                "RETENTION_OFFER",
                OFFER.budget(),
                Nights.of("0.10"),
                Actor.staff("ana")));
    assertThat(result(outcome)).isEqualTo(Result.REDEEMED);
  }

  @Test
  void the_second_does_not_and_a_repeat_of_the_first_hears_the_same() {
    var first = redeem(OPEN, wish("a"));
    var second = redeem(first.after(), wish("b"));
    assertThat(result(second)).isEqualTo(Result.REDEEMED_BEFORE);
    assertThat(second.budget()).isNull();
    var repeat = VoucherRules.decide(first.after(), wish("a"), AFTERNOON.plusSeconds(60), true);
    assertThat(repeat)
        .isEqualTo(new VoucherRules.Outcome(first.after(), null, null, first.answer()));
  }

  @Test
  void nobody_redeems_what_is_not_known_withdrawn_or_over() {
    assertThat(result(redeem(null, wish("a")))).isEqualTo(Result.UNKNOWN_CODE);
    var withdrawn = VoucherRules.decide(OPEN, new Withdraw(), AFTERNOON, true);
    assertThat(withdrawn.budget()).isEqualTo(Kind.RELEASE);
    assertThat(result(redeem(withdrawn.after(), wish("a")))).isEqualTo(Result.WITHDRAWN);
    Instant end = OFFER.redeemableUntil();
    assertThat(result(VoucherRules.decide(OPEN, wish("a"), end, true))).isEqualTo(Result.LAPSED);
    assertThat(result(VoucherRules.decide(OPEN, wish("a"), end.minusMillis(1), true)))
        .isEqualTo(Result.REDEEMED);
  }

  @Test
  void what_lapses_gives_back_what_was_set_aside_and_what_was_redeemed_does_not_lapse() {
    var lapsed = VoucherRules.lapse(OPEN);
    assertThat(lapsed.budget()).isEqualTo(Kind.RELEASE);
    assertThat(lapsed.event()).isInstanceOf(OfferLapsed.class);
    Voucher redeemed = after(redeem(OPEN, wish("a")));
    assertThat(VoucherRules.lapse(redeemed))
        .isEqualTo(new VoucherRules.Outcome(redeemed, null, null, null));
    assertThat(VoucherRules.decide(redeemed, new Withdraw(), AFTERNOON, true).budget()).isNull();
  }

  @Test
  void a_partner_redeems_where_it_is_one_and_where_the_policy_lets_it() {
    Redeem here = new Redeem("p", Actor.system("spa"), true, Set.of("SIN-MARINA"));
    Redeem elsewhere = new Redeem("p", Actor.system("spa"), true, Set.of("NYC-MIDTOWN"));
    assertThat(result(redeem(OPEN, here))).isEqualTo(Result.REDEEMED);
    assertThat(result(redeem(OPEN, elsewhere))).isEqualTo(Result.NOT_HERE);
    assertThat(result(VoucherRules.decide(OPEN, here, AFTERNOON, false)))
        .isEqualTo(Result.NOT_HERE);
  }

  @Test
  void a_voucher_is_issued_once_however_often_its_message_is_tried() {
    assertThat(VoucherRules.decide(null, new Issue(MESSAGE, OFFER), AFTERNOON, true).after())
        .isEqualTo(OPEN);
    Voucher redeemed = after(redeem(OPEN, wish("a")));
    assertThat(VoucherRules.decide(redeemed, new Issue(MESSAGE, OFFER), AFTERNOON, true).after())
        .isEqualTo(redeemed);
  }

  @Test
  void a_month_stops_at_its_limit_and_says_when_little_is_left() {
    Offer half = offer("UPGRADE", "8.4");
    Budget month = Budget.UNTOUCHED;
    BudgetAsked first = BudgetAsked.reserve(half, MESSAGE.guestId(), "a");
    BudgetAsked second = BudgetAsked.reserve(half, MESSAGE.guestId(), "b");
    BudgetAsked third = BudgetAsked.reserve(half, MESSAGE.guestId(), "c");
    assertThat(answer(first.decide(month))).isEqualTo(BudgetAsked.Answer.GRANTED);
    month = first.decide(month).after();
    assertThat(answer(second.decide(month))).isEqualTo(BudgetAsked.Answer.GRANTED_NEAR_LIMIT);
    month = second.decide(month).after();
    assertThat(answer(third.decide(month))).isEqualTo(BudgetAsked.Answer.REFUSED);
    assertThat(third.decide(month).after()).isEqualTo(month);
    assertThat(month.liability()).isEqualTo(Nights.of("16.8"));
    Budget released = BudgetAsked.release(half, MESSAGE.guestId(), "a").decide(month).after();
    assertThat(answer(third.decide(released)).granted()).isTrue();
  }

  private static BudgetAsked.Answer answer(BudgetAsked.Outcome outcome) {
    return Objects.requireNonNull(outcome.answer()).answer();
  }
}
