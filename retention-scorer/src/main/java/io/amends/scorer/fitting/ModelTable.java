package io.amends.scorer.fitting;

import io.amends.contracts.retention.FitEnded;
import io.amends.contracts.retention.ModelPublished;
import io.amends.kit.events.Json;
import io.amends.scorer.stream.InForce;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What the topic of models says, for whoever asks from outside the streams. */
public final class ModelTable {

  private final Supplier<ReadOnlyKeyValueStore<String, byte[]>> rows;

  public ModelTable(Supplier<ReadOnlyKeyValueStore<String, byte[]>> rows) {
    this.rows = rows;
  }

  /** The model in use; empty if it is the one that ships. */
  public Optional<ModelPublished> current() {
    return version(ModelPublished.CURRENT);
  }

  public Optional<ModelPublished> version(String version) {
    return Optional.ofNullable(rows.get().get(version))
        .map(row -> Json.read(row, ModelPublished.class));
  }

  /** Every version that was fitted, the newest first. */
  public List<ModelPublished> versions() {
    List<ModelPublished> versions = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> all = rows.get().all()) {
      while (all.hasNext()) {
        KeyValue<String, byte[]> row = all.next();
        if (InForce.isKeyOfVersion(row.key)) {
          versions.add(Json.read(row.value, ModelPublished.class));
        }
      }
    }
    versions.sort(Comparator.comparing(ModelPublished::since).reversed());
    return versions;
  }

  /** What the last fit found out, by name; nothing as long as the table can't be read. */
  public Map<String, Double> figures() {
    try {
      return lastFit().map(FitEnded::figures).orElse(Map.of());
    } catch (IllegalStateException | InvalidStateStoreException _) {
      return Map.of();
    }
  }

  /** What the last fit came to. */
  public Optional<FitEnded> lastFit() {
    return Optional.ofNullable(rows.get().get(FitEnded.NEWEST))
        .map(row -> Json.read(row, FitEnded.class));
  }
}
