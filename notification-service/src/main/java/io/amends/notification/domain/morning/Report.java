package io.amends.notification.domain.morning;

import java.util.List;

/**
 * What stands in one morning's mail.
 *
 * @param open by tier, the dearest first, of one tier the oldest first
 * @param leaving of these, whose guest leaves today
 * @param twice of these, where something failed on top of the failure
 * @param arriving who comes today and was let down the last time
 * @param ended since yesterday's mail: what was given, and what it would have come to
 */
public record Report(
    List<CaseLine> open,
    List<CaseLine> leaving,
    List<CaseLine> twice,
    List<Arrival> arriving,
    List<CaseLine> ended) {

  public Report {
    open = List.copyOf(open);
    leaving = List.copyOf(leaving);
    twice = List.copyOf(twice);
    arriving = List.copyOf(arriving);
    ended = List.copyOf(ended);
  }

  public boolean isEmpty() {
    return open.isEmpty() && arriving.isEmpty() && ended.isEmpty();
  }
}
