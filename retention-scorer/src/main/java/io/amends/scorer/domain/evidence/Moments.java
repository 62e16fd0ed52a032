package io.amends.scorer.domain.evidence;

import java.util.Arrays;

/** Seconds since 1970, each once, in order. */
public final class Moments {

  /** As many as two complaints, a failure, an answer and a review can have. */
  private long[] seconds = new long[24];

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
    System.arraycopy(seconds, place, seconds, place + 1, count - place);
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
