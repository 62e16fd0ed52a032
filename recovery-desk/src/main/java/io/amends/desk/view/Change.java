package io.amends.desk.view;

import java.util.List;

/**
 * What one transaction changed, for pages that are open.
 *
 * @param number 1, 2, 3 … in this process: whoever misses one sees it
 * @param cases that look different now
 */
public record Change(long number, List<Seen> cases) {

  public Change {
    cases = List.copyOf(cases);
  }

  /** A case, and what decides who may hear of it. */
  public record Seen(String caseId, String property, boolean sensitive, int version) {}
}
