package io.amends.kit.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one meter from becoming thousands: a label whose values come from outside (an id, a
 * property, a text) would fill every store behind it. What is over the bound is not registered; the
 * meter goes on with the labels it has, and says that it does.
 */
public final class CardinalityFuse implements MeterFilter {

  private static final Logger LOG = LoggerFactory.getLogger(CardinalityFuse.class);

  /** Ours: brand and region of a large chain times three severities fit; 10,000 hotels do not. */
  static final int MOST = 200;

  private final Map<String, Set<Meter.Id>> known = new ConcurrentHashMap<>();
  private final Set<String> blown = ConcurrentHashMap.newKeySet();
  private final LongAdder refused = new LongAdder();

  @Override
  public MeterFilterReply accept(Meter.Id id) {
    Set<Meter.Id> ids = known.computeIfAbsent(id.getName(), _ -> ConcurrentHashMap.newKeySet());
    if (ids.contains(id) || ids.size() < MOST) {
      ids.add(id);
      return MeterFilterReply.NEUTRAL;
    }
    refused.increment();
    if (blown.add(id.getName())) {
      LOG.error(
          "Meter {} has {} combinations of labels: more are not counted one by one",
          id.getName(),
          MOST);
    }
    return MeterFilterReply.DENY;
  }

  /** How often something was not registered. */
  double refused() {
    return refused.sum();
  }

  /** How many meters have reached their bound. */
  int blown() {
    return blown.size();
  }
}
