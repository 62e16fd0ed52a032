package io.amends.scorer.stream;

import io.amends.contracts.Money;
import io.amends.contracts.reference.RateReference;
import io.amends.kit.events.Json;
import io.amends.scorer.domain.fact.GuestFact.StayCompleted;
import io.amends.scorer.domain.profile.Oddity;
import io.amends.scorer.domain.watch.Heard;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Turns what a stay brought in into the chain's reporting currency, by the newest rate of the day
 * it ended or before. Without a rate the amount is unknown, which is not zero. A chain that gives
 * no rates at all has one currency, and amounts stay as they are.
 */
final class Rates {

  private final ReadOnlyKeyValueStore<String, byte[]> table;

  Rates(ReadOnlyKeyValueStore<String, byte[]> table) {
    this.table = table;
  }

  Heard applied(Heard heard) {
    if (!(heard.fact() instanceof StayCompleted stay)
        || stay.spend() == null
        || table.approximateNumEntries() == 0) {
      return heard;
    }
    Money spend = stay.spend();
    Money converted = converted(spend, stay.at().atZone(ZoneOffset.UTC).toLocalDate());
    if (spend.equals(converted)) {
      return heard;
    }
    StayCompleted told = new StayCompleted(stay.at(), stay.stay(), stay.nights(), converted);
    return converted == null ? heard.but(told, Oddity.UNKNOWN_RATE) : heard.but(told);
  }

  private @Nullable Money converted(Money spend, LocalDate day) {
    String currency = spend.currency().getCurrencyCode();
    try (KeyValueIterator<String, byte[]> rows =
        table.reverseRange(currency + '/', currency + '/' + day)) {
      if (rows.hasNext()) {
        RateReference rate = read(rows.next());
        return spend.convertedTo(rate.into(), rate.rate());
      }
    }
    return spend.currency().equals(reportingCurrency()) ? spend : null;
  }

  private @Nullable Currency reportingCurrency() {
    try (KeyValueIterator<String, byte[]> rows = table.all()) {
      return rows.hasNext() ? read(rows.next()).into() : null;
    }
  }

  private static RateReference read(KeyValue<String, byte[]> row) {
    return Json.read(row.value, RateReference.class);
  }
}
