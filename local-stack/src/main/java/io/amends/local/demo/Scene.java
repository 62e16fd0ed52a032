package io.amends.local.demo;

import java.time.Duration;
import java.util.List;

/**
 * A stretch of the story that is shown as it passes; between scenes time is skipped.
 *
 * @param from counted from the story's beginning, hotel time
 * @param to likewise
 * @param acts in the order of time
 */
record Scene(Duration from, Duration to, List<Act> acts) {

  Scene {
    acts = List.copyOf(acts);
  }
}
