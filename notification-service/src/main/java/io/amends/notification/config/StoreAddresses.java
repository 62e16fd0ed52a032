package io.amends.notification.config;

import io.amends.contracts.notification.Message;
import io.amends.contracts.personal.GuestContact;
import io.amends.contracts.reference.RosterReference;
import io.amends.kit.events.Json;
import io.amends.kit.http.OwnerRouting;
import io.amends.notification.email.Addresses;
import io.amends.notification.email.NoAddress;
import io.amends.notification.stream.GateTopology;
import io.amends.notification.stream.Rows;
import java.util.Objects;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** Addresses from this instance's tables: staff from the roster, guests from their contact. */
final class StoreAddresses implements Addresses {

  private final OwnerRouting owners;

  StoreAddresses(OwnerRouting owners) {
    this.owners = owners;
  }

  @Override
  public To of(Message message) {
    return message.staffId() == null ? guest(message) : staff(message, message.staffId());
  }

  private To guest(Message message) {
    ReadOnlyKeyValueStore<String, byte[]> store = owners.store(GateTopology.CONTACTS);
    byte @Nullable [] row = store.get(message.guestId().value());
    GuestContact contact = row == null ? null : Rows.contact(row);
    String email = contact == null ? null : contact.email();
    if (contact == null || email == null) {
      throw NoAddress.of("NO_EMAIL_KNOWN");
    }
    return new To(email, Objects.requireNonNullElse(contact.name(), ""));
  }

  private To staff(Message message, String staffId) {
    ReadOnlyKeyValueStore<String, byte[]> store = owners.store(GateTopology.ROSTERS);
    var property = message.propertyId();
    byte @Nullable [] row = property == null ? null : store.get(property.value());
    if (row == null) {
      throw NoAddress.of("NO_ROSTER");
    }
    return Json.read(row, RosterReference.class).people().stream()
        .filter(person -> person.staffId().equals(staffId))
        .filter(person -> person.email() != null)
        .findFirst()
        .map(person -> new To(Objects.requireNonNull(person.email()), person.name()))
        .orElseThrow(() -> NoAddress.of("NO_EMAIL_KNOWN"));
  }
}
