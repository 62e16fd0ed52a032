package io.amends.bench.deadlines;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Every alarm of one service, by its number: when it is due, whether it was called off, whether it
 * rang. What is wrong is counted here, over the whole run.
 *
 * <p>Written by the thread that hears and by those that ask.
 */
final class Ledger {

  private static final byte RUNG = 1;

  /** Nothing is expected of it any more: the call-off was sent. */
  private static final byte CALLED_OFF = 2;

  /** The call-off stood in the log before it was due: ringing is false. */
  private static final byte IN_TIME = 4;

  private long[] dueAt = new long[1 << 16];
  private byte[] marks = new byte[1 << 16];
  private int armed;
  private long rung;
  private long early;
  private long duplicate;
  private long unknown;
  private long forced;

  /**
   * What is wrong.
   *
   * @param early told before it was due
   * @param lost due and never told
   * @param duplicate told more than once
   * @param wrong told although it was called off in time, or never armed
   */
  record Count(long rung, long early, long lost, long duplicate, long wrong, long forced) {}

  /** So many new alarms; their numbers follow each other. */
  synchronized Herd herd(int count, IntToLongFunction dueAtOfEach) {
    int first = armed;
    armed += count;
    if (armed > marks.length) {
      marks = Arrays.copyOf(marks, Math.max(armed, 2 * marks.length));
      dueAt = Arrays.copyOf(dueAt, marks.length);
    }
    for (int i = 0; i < count; i++) {
      dueAt[first + i] = dueAtOfEach.applyAsLong(i);
    }
    return new Herd(first, count);
  }

  synchronized long dueAt(int number) {
    return dueAt[number];
  }

  /** Nothing is expected of it any more, though it may still ring. */
  synchronized void callOffSent(int number) {
    marks[number] |= CALLED_OFF;
  }

  /** The broker took the call-off in. */
  synchronized void callOffAppended(int number, long appendedAt) {
    if (appendedAt < dueAt[number]) {
      marks[number] |= IN_TIME;
    }
  }

  /** One was told; whether that was the first time, and expected. */
  synchronized boolean rang(int number, long due, long appendedAt, boolean wasForced) {
    rung++;
    forced += wasForced ? 1 : 0;
    if (number >= armed || dueAt[number] != due) {
      unknown++;
      return false;
    }
    boolean again = is(number, RUNG);
    early += appendedAt < due ? 1 : 0;
    duplicate += again ? 1 : 0;
    marks[number] |= RUNG;
    return !again && !is(number, CALLED_OFF);
  }

  /** Of everything that was due before this instant. */
  synchronized Count count(long now) {
    long lost = 0;
    long wrong = unknown;
    for (int number = 0; number < armed; number++) {
      boolean expected = dueAt[number] < now && !is(number, CALLED_OFF);
      lost += expected && !is(number, RUNG) ? 1 : 0;
      wrong += is(number, IN_TIME) && is(number, RUNG) ? 1 : 0;
    }
    return new Count(rung, early, lost, duplicate, wrong, forced);
  }

  private boolean is(int number, byte mark) {
    return (marks[number] & mark) != 0;
  }
}
