package io.amends.bench.deadlines;

/**
 * How much is measured.
 *
 * @param open deadlines that stay open all the time
 * @param inOneSecond deadlines that fall due within one second
 * @param atOnce deadlines that fall due at one instant
 * @param missed deadlines that fall due while the service is down
 */
record Sizes(int open, int inOneSecond, int atOnce, int missed) {

  private static final Sizes FULL = new Sizes(1_000_000, 10_000, 600_000, 1_000);

  /** A tenth of the open ones: the compilers are done before the others are measured. */
  private static final int WARM_UP = 10;

  /** One of so many is called off shortly before it is due. */
  static final int CALLED_OFF = 20;

  /** That part of what is asked of a chain; but never fewer than can be called off and counted. */
  static Sizes scaled(double scale) {
    return new Sizes(
        scaled(FULL.open, scale),
        scaled(FULL.inOneSecond, scale),
        scaled(FULL.atOnce, scale),
        scaled(FULL.missed, scale));
  }

  int openWarmUp() {
    return open / WARM_UP;
  }

  int atOnceWarmUp() {
    return atOnce / WARM_UP;
  }

  private static int scaled(int full, double scale) {
    return (int) Math.max(5 * CALLED_OFF, full * scale);
  }
}
