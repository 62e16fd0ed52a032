package io.amends.scorer.domain.training;

import io.amends.scorer.domain.fact.FactFormat;
import io.amends.scorer.domain.fact.GuestFact;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Whole histories of as many guests as memory allows, chosen by nothing but a hash of their ids:
 * whenever there are too many facts, every other guest is let go. The same log gives the same
 * sample in whatever order its partitions are read.
 */
public final class GuestSample {

  private final int mostFacts;
  private final Map<String, List<GuestFact>> byGuest = new HashMap<>();
  private long limit = Long.MAX_VALUE;
  private int facts;

  public GuestSample(int mostFacts) {
    this.mostFacts = mostFacts;
  }

  public void add(String guest, GuestFact fact) {
    if (place(guest) > limit) {
      return;
    }
    byGuest
        .computeIfAbsent(guest, _ -> new ArrayList<>(4))
        .add(fact.movedTo(fact.at().truncatedTo(ChronoUnit.SECONDS)));
    facts++;
    while (facts > mostFacts && limit > 0) {
      limit >>>= 1;
      letGo();
    }
  }

  /** Each guest's facts as they happened, each once; guests in the order of their ids. */
  public List<List<GuestFact>> histories() {
    return byGuest.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(guest -> guest.getValue().stream().sorted(FactFormat.ORDER).distinct().toList())
        .toList();
  }

  /** The share of all guests that is in it. */
  public double share() {
    return limit / (double) Long.MAX_VALUE;
  }

  private void letGo() {
    Iterator<Map.Entry<String, List<GuestFact>>> guests = byGuest.entrySet().iterator();
    while (guests.hasNext()) {
      Map.Entry<String, List<GuestFact>> guest = guests.next();
      if (place(guest.getKey()) > limit) {
        facts -= guest.getValue().size();
        guests.remove();
      }
    }
  }

  /** Spread evenly from 0 to {@link Long#MAX_VALUE}: FNV-1a, then the finaliser of SplitMix64. */
  private static long place(String guest) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < guest.length(); i++) {
      hash = (hash ^ guest.charAt(i)) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return (hash ^ (hash >>> 31)) >>> 1;
  }
}
