package io.amends.bench.deadlines;

/** Alarms that were armed together: their numbers. */
record Herd(int first, int count) {

  int end() {
    return first + count;
  }

  boolean contains(int number) {
    return number >= first && number < end();
  }
}
