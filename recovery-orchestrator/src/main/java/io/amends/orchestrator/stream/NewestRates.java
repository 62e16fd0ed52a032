package io.amends.orchestrator.stream;

import io.amends.contracts.reference.RateReference;
import io.amends.kit.events.Json;
import java.time.LocalDate;
import java.util.Currency;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/** The rates of currencies into the chain's own, by day. */
public final class NewestRates {

  private NewestRates() {}

  /** The newest of that day or before; null: there is none. */
  public static @Nullable RateReference of(
      ReadOnlyKeyValueStore<String, byte[]> table, Currency currency, LocalDate day) {
    String code = currency.getCurrencyCode();
    try (KeyValueIterator<String, byte[]> rows = table.reverseRange(code + '/', code + '/' + day)) {
      return rows.hasNext() ? Json.read(rows.next().value, RateReference.class) : null;
    }
  }
}
