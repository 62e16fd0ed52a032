package io.amends.contracts.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.time.clock.TargetClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnyMachineTest {

  @Test
  void tells_the_same_times_in_every_zone_whatever_zone_and_language_it_is_set_to() {
    List<Object> expected = on("UTC", "en");

    assertThat(on("Asia/Shanghai", "zh-CN")).isEqualTo(expected);
    assertThat(on("America/St_Johns", "ar-SA-u-nu-arab")).isEqualTo(expected);
  }

  private static List<Object> on(String zone, String language) {
    TimeZone zoneBefore = TimeZone.getDefault();
    Locale localeBefore = Locale.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    Locale.setDefault(Locale.forLanguageTag(language));
    try {
      List<Object> told = new ArrayList<>();
      Draw.inEveryZone(1, draw -> told.addAll(timesOf(draw)));
      return told;
    } finally {
      TimeZone.setDefault(zoneBefore);
      Locale.setDefault(localeBefore);
    }
  }

  private static List<Object> timesOf(Draw draw) {
    Instant start = draw.instant();
    TargetClock clock =
        new TargetClock(start, draw.upTo(Duration.ofDays(3)), draw.calendar(), draw.pauses());
    PropertyTime property = new PropertyTime(draw.zone(), LocalTime.of(3, 0));
    QuietHours quiet = new QuietHours(LocalTime.of(21, 0), LocalTime.of(9, 0));
    return List.of(
        clock,
        String.valueOf(clock.dueAt()),
        clock.explain(start.plus(Duration.ofDays(9)), draw.zone()),
        property.businessDate(start),
        property.rollAfter(start, 2),
        quiet.nextEnd(start, draw.zone()),
        draw.zone().nextDayAt(start, LocalTime.of(10, 0)));
  }
}
