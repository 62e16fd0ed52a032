package io.amends.orchestrator.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.reference.GuestReference;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** In which tier of the loyalty programme each guest is, as the directory of guests has it. */
final class GuestTiers {

  private static final String GUEST = EventType.of(GuestReference.class);

  private final KeyValueStore<String, byte[]> store;

  GuestTiers(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /** Whether a record is the directory's. */
  static boolean isAbout(EventHeaders headers) {
    return headers.type().equals(GUEST);
  }

  /** Keeps what the directory says; a guest that it forgets, or without a tier, has no row. */
  Runnable learn(String guest, byte @Nullable [] row) {
    String tier = row == null ? null : Json.read(row, GuestReference.class).tier();
    return tier == null
        ? () -> store.delete(guest)
        : () -> store.put(guest, tier.getBytes(StandardCharsets.UTF_8));
  }

  @Nullable String of(GuestId guest) {
    byte @Nullable [] tier = store.get(guest.value());
    return tier == null ? null : new String(tier, StandardCharsets.UTF_8);
  }
}
