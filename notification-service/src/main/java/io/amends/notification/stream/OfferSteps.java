package io.amends.notification.stream;

import io.amends.contracts.GuestId;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.notification.NotificationEvent.ExposureDecided;
import io.amends.contracts.notification.NotificationEvent.ExposureDecided.Arm;
import io.amends.contracts.notification.NotificationEvent.OfferIssued;
import io.amends.contracts.policy.Offers;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.security.DerivedCodes;
import io.amends.notification.domain.ControlGroup;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.Gate.Reason;
import io.amends.notification.domain.Guest;
import io.amends.notification.domain.LedgerRow;
import io.amends.notification.domain.LedgerRow.State;
import io.amends.notification.domain.offer.BudgetAsked;
import io.amends.notification.domain.offer.Offer;
import io.amends.notification.domain.offer.VoucherAsked;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * What an offer needs beside its message: its month sets aside what it costs before the message
 * goes, its voucher is out before the guest can read the code, and whatever ends it gives back what
 * was set aside. No answer of a month in time is a refusal.
 */
final class OfferSteps {

  /** The house's: as long as any part of it waits for another. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ProcessorContext<byte[], byte[]> context;
  private final Ledger ledger;
  private final DerivedCodes codes;
  private final HotelClock clock;

  OfferSteps(
      ProcessorContext<byte[], byte[]> context,
      Ledger ledger,
      DerivedCodes codes,
      HotelClock clock) {
    this.context = context;
    this.ledger = ledger;
    this.codes = codes;
    this.clock = clock;
  }

  /**
   * The gate would let it through.
   *
   * @param guest as one person
   */
  Runnable send(
      LedgerRow row, Draft draft, Offer offer, Guest guest, Offers policy, Origin origin) {
    Instant now = clock.instant();
    if (isAwaited(row)) {
      return refuse(row, Reason.BUDGET_SILENT, origin);
    }
    boolean within =
        !guest
            .withoutTold(row.message().messageId())
            .spentSince(offer.countsFrom(now))
            .plus(offer.cost())
            .exceeds(offer.guestLimit());
    if (!within) {
      return refuse(row, Reason.GUEST_LIMIT, origin);
    }
    return switch (offer.step()) {
      case PROPOSED -> all(shown(row.message(), policy, origin), reserve(row, offer, origin));
      case RESERVED -> issue(row, draft, offer.issued(codes.keyId()), origin);
      case ISSUED -> ledger.dispatch(row, draft, now, origin);
    };
  }

  private Runnable refuse(LedgerRow row, Reason why, Origin origin) {
    return all(ledger.suppress(row, why, origin), ended(row, origin));
  }

  private Runnable reserve(LedgerRow row, Offer offer, Origin origin) {
    Message message = row.message();
    Instant now = clock.instant();
    var asked =
        OfferWire.asked(
            BudgetAsked.reserve(offer, message.guestId(), message.messageId()), origin, now);
    return all(
        ledger.arm(row, now, now.plus(PATIENCE), Reason.AWAITING_BUDGET, origin),
        forward(asked, GateTopology.BUDGETS_ASKED));
  }

  private Runnable issue(LedgerRow row, Draft draft, Offer issued, Origin origin) {
    Instant now = clock.instant();
    Draft with = draft.with(issued);
    Message message = row.message();
    var asked =
        OfferWire.asked(
            hash(message, issued), new VoucherAsked.Issue(message, issued), origin, now);
    return all(
        forward(asked, GateTopology.VOUCHERS_ASKED),
        ledger.dispatch(row.with(with), with, now, origin));
  }

  /** Its month has answered. */
  Runnable answered(BudgetAsked.Answered answered, Origin origin) {
    LedgerRow row = ledger.row(key(answered.guestId(), answered.messageId()));
    Draft draft = row == null ? null : row.draft();
    Offer offer = draft == null ? null : draft.offer();
    if (row == null || draft == null || offer == null || !isAwaited(row)) {
      return () -> {}; // it was given back when it was given up
    }
    return answered.answer().granted()
        ? ledger.rearmInstead(
            row.with(draft.with(offer.reserved())).now(State.PLANNED, clock.instant(), null),
            row.since().plus(PATIENCE),
            clock.instant(),
            origin)
        : ledger.suppress(row, Reason.BUDGET_SPENT, origin);
  }

  /** It will not be sent any more: what was set aside for it is given back. */
  Runnable ended(LedgerRow row, Origin origin) {
    Draft draft = row.draft();
    Offer offer = draft == null ? null : draft.offer();
    if (offer == null) {
      return () -> {};
    }
    Message message = row.message();
    var release =
        OfferWire.asked(
            BudgetAsked.release(offer, message.guestId(), message.messageId()),
            origin,
            clock.instant());
    return switch (offer.step()) {
      case PROPOSED -> isAwaited(row) ? forward(release, GateTopology.BUDGETS_ASKED) : () -> {};
      case RESERVED -> forward(release, GateTopology.BUDGETS_ASKED);
      case ISSUED -> // the voucher gives it back, unless somebody has redeemed it already
          forward(
              OfferWire.asked(
                  hash(message, offer), new VoucherAsked.Withdraw(), origin, clock.instant()),
              GateTopology.VOUCHERS_ASKED);
    };
  }

  /** The guest has it in hand. */
  Runnable sent(LedgerRow row, Instant at, Origin origin) {
    Draft draft = row.draft();
    Offer offer = draft == null ? null : draft.offer();
    return offer == null
        ? () -> {}
        : tell(
            new OfferIssued(
                row.message(),
                at,
                offer.type(),
                offer.programme(),
                offer.budget(),
                offer.cost(),
                offer.redeemableUntil()),
            origin);
  }

  /** This guest is one of those who are shown nothing. */
  Runnable withheld(Message message, Offers policy, Origin origin) {
    return exposure(message, Arm.CONTROL, policy, origin);
  }

  private Runnable shown(Message message, Offers policy, Origin origin) {
    return ControlGroup.concerns(message.purpose(), policy.controlGroup())
        ? exposure(message, Arm.SHOWN, policy, origin)
        : () -> {};
  }

  private Runnable exposure(Message message, Arm arm, Offers policy, Origin origin) {
    return tell(
        new ExposureDecided(
            message, clock.instant(), message.purpose().name(), arm, policy.controlGroup().share()),
        origin);
  }

  private static boolean isAwaited(LedgerRow row) {
    return row.state() == State.HELD && Reason.AWAITING_BUDGET.name().equals(row.reason());
  }

  private String hash(Message message, Offer offer) {
    return DerivedCodes.hash(VoucherCode.of(message, offer, codes));
  }

  private static String key(GuestId guest, String messageId) {
    return guest.value() + '/' + messageId;
  }

  private Runnable tell(NotificationEvent event, Origin origin) {
    return forward(Out.event(event, origin), GateTopology.EVENTS);
  }

  private Runnable forward(Record<byte[], byte[]> record, String to) {
    return () -> context.forward(record, to);
  }

  private static Runnable all(Runnable... steps) {
    return () -> List.of(steps).forEach(Runnable::run);
  }
}
