package io.amends.scorer.stream;

import io.amends.kit.events.Keys;
import io.amends.scorer.domain.watch.LastTold;
import io.amends.scorer.domain.watch.WatchFormat;
import io.amends.scorer.domain.watch.WatchedGuest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * After a change of the model, scores the guests of one task anew, so many a second and no more, in
 * the order of their ids. How far it is lies in a store, so a restart goes on from there.
 */
final class Rescoring {

  static final String PROGRESS = "rescoring";

  private static final Duration TICK = Duration.ofMillis(200);
  private static final String MODEL = "model";
  private static final String DONE_TO = "done-to";

  /**
   * Rows looked at in one tick for each that may be scored: most are up to date after a restart.
   */
  private static final int LOOKS = 20;

  private final KeyValueStore<String, byte[]> guests;
  private final KeyValueStore<String, byte[]> progress;
  private final Supplier<String> model;
  private final BiConsumer<String, WatchedGuest> rescore;
  private final int most;
  private @Nullable String finished;

  private Rescoring(
      KeyValueStore<String, byte[]> guests,
      KeyValueStore<String, byte[]> progress,
      int perSecond,
      Supplier<String> model,
      BiConsumer<String, WatchedGuest> rescore) {
    this.guests = guests;
    this.progress = progress;
    this.most = (int) Math.max(1, perSecond * TICK.toMillis() / 1_000);
    this.model = model;
    this.rescore = rescore;
  }

  /**
   * Begins to watch for changes.
   *
   * @param model the version in use
   * @param rescore scores one guest by it, and writes what follows
   */
  static void begin(
      ProcessorContext<?, ?> context,
      KeyValueStore<String, byte[]> guests,
      int perSecond,
      Supplier<String> model,
      BiConsumer<String, WatchedGuest> rescore) {
    Rescoring rescoring =
        new Rescoring(guests, context.getStateStore(PROGRESS), perSecond, model, rescore);
    var _ = context.schedule(TICK, PunctuationType.WALL_CLOCK_TIME, _ -> rescoring.tick());
  }

  private void tick() {
    String version = model.get();
    if (version.equals(finished)) {
      return;
    }
    if (!version.equals(text(MODEL))) {
      progress.put(MODEL, Keys.bytes(version));
      progress.delete(DONE_TO);
    }
    List<KeyValue<String, byte[]>> batch = next(text(DONE_TO));
    int scored = 0;
    String doneTo = null;
    for (KeyValue<String, byte[]> row : batch) {
      if (scored == most) {
        break;
      }
      LastTold told = WatchFormat.told(row.value);
      if (told != null && !told.model().equals(version)) {
        rescore.accept(row.key, WatchFormat.read(row.value));
        scored++;
      }
      doneTo = row.key;
    }
    if (doneTo == null) {
      finished = version;
    } else {
      progress.put(DONE_TO, Keys.bytes(doneTo));
    }
  }

  /** Read first and closed, since an iterator must not stay open over writes. */
  private List<KeyValue<String, byte[]>> next(@Nullable String doneTo) {
    List<KeyValue<String, byte[]>> batch = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> rows =
        guests.range(doneTo == null ? null : doneTo + '\0', null)) {
      while (rows.hasNext() && batch.size() < most * LOOKS) {
        batch.add(rows.next());
      }
    }
    return batch;
  }

  private @Nullable String text(String key) {
    byte[] row = progress.get(key);
    return row == null ? null : Keys.text(row);
  }
}
