package io.amends.desk.live;

import io.amends.desk.view.AsOf;
import io.amends.desk.view.Change;
import io.amends.desk.view.Change.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Tells every open page what changed in the view. Changes are gathered for a moment and told
 * together; a page that is too slow misses some, sees that by the number, and asks again.
 */
public final class Changes {

  /** Ours: below what a person notices, and few enough to render a page after each. */
  private static final Duration GATHER = Duration.ofMillis(100);

  /** How often a page hears how old it is, also if nothing changed. */
  private static final Duration PULSE = Duration.ofSeconds(1);

  private final Sinks.Many<Change> sink = Sinks.many().multicast().directBestEffort();
  private final Flux<Told> told;

  public Changes(Supplier<AsOf> asOf) {
    Flux<Told> changes =
        sink.asFlux()
            .onBackpressureBuffer()
            .bufferTimeout(1_000, GATHER)
            .map(several -> new Told(gathered(several), asOf.get()));
    Flux<Told> pulses =
        Flux.interval(PULSE, Schedulers.parallel())
            .onBackpressureDrop()
            .map(_ -> new Told(new Change(0, List.of()), asOf.get()));
    this.told = Flux.merge(changes, pulses).publish().refCount(1, Duration.ofSeconds(5));
  }

  /** What a page hears: what changed, and how far the view has read. */
  record Told(Change change, AsOf asOf) {}

  /** From the one thread that writes the view. */
  public void accept(Change change) {
    sink.tryEmitNext(change);
  }

  Flux<Told> all() {
    return told.onBackpressureDrop();
  }

  /** Waits until something has reached the view; looks again whenever anything was told. */
  public void await(BooleanSupplier reached, Duration atMost) {
    all()
        .map(_ -> reached.getAsBoolean())
        .startWith(Mono.fromSupplier(reached::getAsBoolean))
        .filter(Boolean::booleanValue)
        .next()
        .timeout(atMost, Mono.just(false))
        .block();
  }

  private static Change gathered(List<Change> several) {
    List<Seen> cases = new ArrayList<>();
    several.forEach(each -> cases.addAll(each.cases()));
    return new Change(several.getLast().number(), cases);
  }
}
