package io.amends.scorer.domain.evidence;

import java.util.Arrays;

/** Seconds since 1970, each once, in order. */
public final class Moments {

  /** As many as a complaint, a failure, an answer and a review can have. */
  private long[] seconds = new long[12];

  private final long last;
  private int count;

  /**
   * None yet.
   *
   * @param last what is later is left out
   */
  public Moments(long last) {
    this.last = last;
  }

  void add(long second) {
    if (second > last) {
      return;
    }
    int place = count;
    while (place > 0 && seconds[place - 1] > second) {
      place--;
    }
    if (place > 0 && seconds[place - 1] == second) {
      return;
    }
    if (count == seconds.length) {
      seconds = Arrays.copyOf(seconds, 2 * count);
    }
    for (int i = count; i > place; i--) {
      seconds[i] = seconds[i - 1]; // a few at most
    }
    seconds[place] = second;
    count++;
  }

  public int count() {
    return count;
  }

  public long at(int place) {
    return seconds[place];
  }
}
