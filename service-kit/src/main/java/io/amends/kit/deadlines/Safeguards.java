package io.amends.kit.deadlines;

import java.time.Duration;

/**
 * What keeps deadlines from being early or lost; production has all of them. A test switches one
 * off to show that it then goes wrong.
 *
 * @param grace how far the clocks of broker and service may differ
 * @param cursorGoesBack whether a deadline that is armed behind the cursor takes it back
 */
record Safeguards(Duration grace, boolean cursorGoesBack) {

  static final Safeguards ALL = new Safeguards(DurableDeadlines.GRACE, true);
}
