package io.amends.notification.http;

import io.amends.contracts.notification.Message;
import io.amends.contracts.personal.GuestContact;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.Webhook;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.http.OwnerRouting;
import io.amends.notification.channel.Carrier.Address;
import io.amends.notification.channel.Clearances.Clearance;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.Gate;
import io.amends.notification.domain.Gate.Verdict;
import io.amends.notification.domain.Guest;
import io.amends.notification.domain.LedgerRow;
import io.amends.notification.domain.LedgerRow.State;
import io.amends.notification.domain.person.Person;
import io.amends.notification.stream.GateTopology;
import io.amends.notification.stream.Out;
import io.amends.notification.stream.Rows;
import io.amends.notification.stream.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The last look before the call: what came in since the gate let a message through counts, and only
 * here is it looked up where the message goes.
 */
public final class LastLook {

  private final OwnerRouting owners;
  private final HotelClock clock;

  /** Reads the stores of this instance. */
  public LastLook(OwnerRouting owners, HotelClock clock) {
    this.owners = owners;
    this.clock = clock;
  }

  /**
   * Looks at one order of a guest who lives on this instance.
   *
   * @throws org.apache.kafka.streams.errors.InvalidStateStoreException if the guest is just moving
   */
  public Clearance at(Out.Order order) {
    Message message = order.draft().message();
    byte @Nullable [] row =
        store(GateTopology.LEDGER).get(message.guestId().value() + '/' + message.messageId());
    LedgerRow ledger = row == null ? null : Rows.ledger(row);
    if (ledger == null
        || ledger.state() != State.DISPATCHED
        || ledger.attempts() != order.attempt()) {
      return new Clearance.Stale();
    }
    if (ledger.isTakenBack()) {
      return new Clearance.Back(Gate.Reason.TAKEN_BACK.name());
    }
    return switch (verdict(order.draft(), message)) {
      case Verdict.Send _ when message.via() == Message.Via.WEBHOOK -> webhook(order.draft());
      case Verdict.Send _ -> address(message);
      case Verdict.Hold(Instant _, Gate.Reason why) -> new Clearance.Back(why.name());
      case Verdict.Suppress(Gate.Reason why) -> new Clearance.Back(why.name());
      case Verdict.Expire _ -> new Clearance.Back("EXPIRED");
    };
  }

  private Verdict verdict(Draft draft, Message message) {
    Instant now = clock.instant();
    String id = message.guestId().value();
    byte @Nullable [] row = store(GateTopology.GUESTS).get(id);
    Guest own = row == null ? Guest.UNKNOWN : Rows.guest(row);
    Person person =
        Rows.person(store(GateTopology.GUESTS).get(Rows.personOf(id)))
            .before(message.guestId(), own, message.messageId());
    Guest guest = person.asOne(own.withoutTold(message.messageId()));
    return tables().decide(message, draft, person, guest, now);
  }

  private Clearance address(Message message) {
    return message.staffId() == null ? guest(message) : staff(message, message.staffId());
  }

  private Clearance webhook(Draft draft) {
    var id = draft.message().propertyId();
    PropertyReference property = id == null ? null : tables().findProperty(id);
    List<Webhook> known = property == null ? null : property.webhooks();
    return known == null
        ? new Clearance.Nowhere("NO_SUCH_WEBHOOK")
        : known.stream()
            .filter(webhook -> webhook.name().equals(draft.get(Draft.WEBHOOK)))
            .findFirst()
            .<Clearance>map(
                webhook -> new Clearance.Cleared(new Address(webhook.url(), webhook.name())))
            .orElseGet(() -> new Clearance.Nowhere("NO_SUCH_WEBHOOK"));
  }

  private Clearance guest(Message message) {
    byte @Nullable [] row = store(GateTopology.CONTACTS).get(message.guestId().value());
    GuestContact contact = row == null ? null : Rows.contact(row);
    String email = contact == null ? null : contact.email();
    return contact == null || email == null
        ? new Clearance.Nowhere("NO_EMAIL_KNOWN")
        : new Clearance.Cleared(new Address(email, Objects.requireNonNullElse(contact.name(), "")));
  }

  private Clearance staff(Message message, String staffId) {
    boolean bySms = message.via() == Message.Via.SMS;
    var property = message.propertyId();
    return property == null
        ? new Clearance.Nowhere("NO_ROSTER")
        : tables().roster(property).people().stream()
            .filter(person -> person.staffId().equals(staffId))
            .flatMap(
                person ->
                    Stream.ofNullable(bySms ? person.phone() : person.email())
                        .<Clearance>map(
                            to -> new Clearance.Cleared(new Address(to, person.name()))))
            .findFirst()
            .orElseGet(() -> new Clearance.Nowhere(bySms ? "NO_PHONE_KNOWN" : "NO_EMAIL_KNOWN"));
  }

  private Tables tables() {
    return new Tables(
        store(GateTopology.PROPERTIES), store(GateTopology.ROSTERS), store(GateTopology.POLICIES));
  }

  private ReadOnlyKeyValueStore<String, byte[]> store(String name) {
    return owners.store(name);
  }
}
