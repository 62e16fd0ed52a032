package io.amends.local.door;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the rows of a file so far. Many batches count at once. */
public final class Tally {

  private long accepted;
  private long duplicate;
  private long refused;
  private long unanswered;
  private final Map<String, Long> reasons = new TreeMap<>();

  synchronized void accepted() {
    accepted++;
  }

  synchronized void duplicate() {
    duplicate++;
  }

  synchronized void refused(List<String> reasonsOfIt) {
    refused++;
    reasonsOfIt.forEach(reason -> reasons.merge(reason, 1L, Long::sum));
  }

  synchronized void unanswered() {
    unanswered++;
  }

  synchronized long rows() {
    return accepted + duplicate + refused + unanswered;
  }

  /**
   * The figures as they stand.
   *
   * @param reasons of refusals, the most frequent first
   */
  public record Figures(
      long accepted,
      long duplicate,
      long refused,
      long unanswered,
      List<Map.Entry<String, Long>> reasons) {

    public Figures {
      reasons = List.copyOf(reasons);
    }

    public long rows() {
      return accepted + duplicate + refused + unanswered;
    }
  }

  public synchronized Figures figures() {
    List<Map.Entry<String, Long>> sorted =
        reasons.entrySet().stream()
            .map(each -> Map.entry(each.getKey(), each.getValue()))
            .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
            .toList();
    return new Figures(accepted, duplicate, refused, unanswered, sorted);
  }
}
