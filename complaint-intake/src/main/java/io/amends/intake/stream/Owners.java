package io.amends.intake.stream;

import io.amends.contracts.GuestId;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.intake.domain.ContactOwners;
import io.amends.intake.stream.DirectoryProcessor.Change;
import io.amends.kit.events.EventHeaders;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Whose each address is, by its hash. A row ends when the last who had the address has it no more.
 */
final class Owners {

  /** What is told of a link that no system asked for. */
  private static final String SOURCE = "contacts";

  private final KeyValueStore<String, byte[]> rows;

  Owners(KeyValueStore<String, byte[]> rows) {
    this.rows = rows;
  }

  Optional<GuestId> whose(String key) {
    return read(key).whose();
  }

  /** Learns whose an address is, and asks to join those who turn out to be one. */
  Change learn(String key, ContactStated stated, EventHeaders event) {
    ContactOwners before = read(key);
    ContactOwners after =
        stated.still()
            ? before.with(stated.stated(), stated.is())
            : before.without(stated.stated());
    List<Outgoing> joins =
        after.joins().stream()
            .map(join -> LinkAsked.first(join.from(), join.to(), SOURCE, stated.at()))
            .map(link -> link.outgoing(event.asOrigin(), event.id()))
            .toList();
    return new Change(() -> write(key, after), joins);
  }

  /**
   * Whoever writes again before this contact has come round is the same guest; null if the address
   * tells nobody apart.
   */
  @Nullable Runnable claim(String key, Lookup nobodys) {
    ContactOwners before = read(key);
    ComplaintAccepted complaint = nobodys.complaint();
    return complaint == null || !before.isEmpty()
        ? null
        : () -> write(key, before.with(complaint.guestId(), complaint.guestId()));
  }

  private ContactOwners read(String key) {
    return OwnersFormat.read(rows.get(key));
  }

  private void write(String key, ContactOwners owners) {
    if (owners.isEmpty()) {
      rows.delete(key);
    } else {
      rows.put(key, OwnersFormat.write(owners));
    }
  }
}
