package io.amends.orchestrator.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.Money;
import io.amends.contracts.retention.RiskScored;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What each guest with a case is worth, as far as it is at risk: what a case is shown at never
 * exceeds that. A guest without a case has no row, so a million guests cost nothing.
 */
public final class GuestValues {

  private static final String RISK = EventType.of(RiskScored.class);

  private GuestValues() {}

  static boolean isAbout(EventHeaders headers) {
    return headers.type().equals(RISK);
  }

  /** Keeps what the risk says, if somebody has a case to cap by it. */
  static Runnable learn(KeyValueStore<String, byte[]> store, byte[] score, boolean hasCase) {
    RiskScored scored = Json.read(score, RiskScored.class);
    Money value = scored.valueAtRisk();
    String guest = scored.guestId().value();
    return value == null || !hasCase
        ? () -> store.delete(guest)
        : () -> store.put(guest, Json.bytes(value));
  }

  /** Null: not known. */
  public static @Nullable Money of(ReadOnlyKeyValueStore<String, byte[]> store, GuestId guest) {
    byte @Nullable [] row = store.get(guest.value());
    return row == null ? null : Json.read(row, Money.class);
  }
}
