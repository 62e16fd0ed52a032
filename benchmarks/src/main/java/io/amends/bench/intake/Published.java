package io.amends.bench.intake;

import io.amends.bench.stack.Listener;
import io.amends.contracts.topics.Topic;
import io.amends.kit.events.EventHeaders;
import io.amends.local.process.Waiting;
import io.amends.local.stack.StackFailure;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What the door lets out from now on, heard as another service hears it. */
final class Published implements AutoCloseable {

  private final Set<String> ids = ConcurrentHashMap.newKeySet();
  private final AtomicLong twice = new AtomicLong();
  private final Listener listener;
  private volatile long last = System.nanoTime();

  Published(String bootstrap, Topic<?> topic) {
    listener =
        new Listener(
            bootstrap,
            List.of(topic),
            record -> {
              last = System.nanoTime();
              if (!ids.add(EventHeaders.read(record.headers()).id())) {
                twice.incrementAndGet();
              }
            });
  }

  long count() {
    return ids.size();
  }

  /** Events that were let out more than once. */
  long twice() {
    return twice.get();
  }

  /**
   * Waits until so many are out; when that was, as {@link System#nanoTime} has it.
   *
   * @throws StackFailure if it takes too long
   */
  long until(long count, Duration patience) {
    if (!Waiting.until(patience, () -> count() >= count)) {
      throw new StackFailure(
          "waited %d s in vain for %,d events: %,d came out"
              .formatted(patience.toSeconds(), count, count()));
    }
    return last;
  }

  /** Waits until nothing has come out for a while, repeats included; or the patience is over. */
  void settle(Duration silence, Duration patience) {
    boolean _ = Waiting.until(patience, () -> System.nanoTime() - last > silence.toNanos());
  }

  /** How many of these have not come out, when none comes any more or the patience is over. */
  long missing(Collection<String> wanted, Duration patience) {
    boolean _ = Waiting.until(patience, () -> ids.containsAll(wanted));
    return wanted.stream().filter(id -> !ids.contains(id)).count();
  }

  @Override
  public void close() {
    listener.close();
  }
}
