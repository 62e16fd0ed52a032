package io.amends.notification.stream;

import io.amends.contracts.notification.NotificationEvent.Sent;
import io.amends.contracts.recovery.RecoveryEvent.RemedyTakenBack;
import io.amends.contracts.reference.PropertyReference;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.Origin;
import io.amends.notification.domain.Gate.Reason;
import io.amends.notification.domain.Guest;
import io.amends.notification.domain.HandingOver;
import io.amends.notification.domain.LedgerRow;
import io.amends.notification.domain.LedgerRow.State;
import io.amends.notification.domain.OpenCase;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** What handing over needs beside its message: the case hears of it, and what is taken back too. */
final class RemedySteps {

  private final ProcessorContext<byte[], byte[]> context;
  private final Ledger ledger;
  private final Tables tables;
  private final HotelClock clock;

  RemedySteps(
      ProcessorContext<byte[], byte[]> context, Ledger ledger, Tables tables, HotelClock clock) {
    this.context = context;
    this.ledger = ledger;
    this.tables = tables;
    this.clock = clock;
  }

  /** The system has it: the case is told, once it says that the guest has it too. */
  Runnable sent(Sent sent, Origin origin) {
    return HandingOver.reached(sent)
        .map(reached -> Out.handedOver(reached, sent.message().messageId(), origin))
        .<Runnable>map(record -> () -> context.forward(record, GateTopology.HANDED_OVER))
        .orElse(() -> {});
  }

  /**
   * What waits or failed is not handed over, and what is under way not a second time; a system that
   * was ever called is told.
   */
  Runnable takenBack(RemedyTakenBack back, Guest guest, Origin origin) {
    OpenCase open = guest.openCases().get(back.stamp().caseId().value());
    PropertyReference property =
        open == null ? null : tables.findProperty(open.facts().place().propertyId());
    LedgerRow row = property == null ? null : granted(back, property);
    if (property == null || row == null) {
      return () -> {};
    }
    LedgerRow marked = row.takenBack(clock.instant());
    boolean mayComeAgain = row.state().waits() || row.state() == State.FAILED;
    Runnable stop =
        mayComeAgain ? ledger.suppress(marked, Reason.TAKEN_BACK, origin) : ledger.note(marked);
    Runnable tell = row.attempts() > 0 ? tell(back, property, origin) : () -> {};
    return () -> {
      stop.run();
      tell.run();
    };
  }

  private @Nullable LedgerRow granted(RemedyTakenBack back, PropertyReference property) {
    return HandingOver.messageId(back.stamp().caseId(), back.number(), property)
        .map(id -> ledger.row(back.stamp().guestId().value() + '/' + id))
        .orElse(null);
  }

  private Runnable tell(RemedyTakenBack back, PropertyReference property, Origin origin) {
    List<Runnable> writes =
        HandingOver.takenBack(back, property).stream()
            .filter(draft -> LedgerRow.isToPlan(ledger.row(Ledger.key(draft.message()))))
            .map(
                draft ->
                    ledger.arm(
                        LedgerRow.planned(draft, clock.instant()),
                        back.stamp().occurredAt(),
                        Reason.SETTLING,
                        origin))
            .toList();
    return () -> writes.forEach(Runnable::run);
  }
}
