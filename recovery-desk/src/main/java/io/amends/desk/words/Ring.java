package io.amends.desk.words;

import io.amends.desk.view.Sheet;
import io.amends.desk.view.Sheet.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The ring that turns 1, 3, 10, 100: a quarter for each tier, filled as far as its time has gone.
 *
 * @param factor how many times the cost of making good on the spot
 * @param tier in which it stands
 * @param stopped whether the delay has ended, so that it turns no further
 * @param starts when each quarter begins, epoch milliseconds, for the page's own clock
 */
public record Ring(
    String factor, String tier, boolean stopped, String starts, List<Quarter> quarters) {

  /** Of 100 around; the rest is the gap between two quarters. */
  private static final double QUARTER = 22;

  public Ring {
    quarters = List.copyOf(quarters);
  }

  /**
   * One quarter.
   *
   * @param dash how much of it is filled, as SVG wants it
   * @param offset where it begins, as SVG wants it
   */
  public record Quarter(String tier, String dash, String offset) {}

  /** The ring of a case at an hour. */
  public static Ring of(Sheet sheet, Instant now) {
    Instant at = Optional.ofNullable(sheet.delayEndedAt()).orElse(now);
    List<Quarter> quarters = new ArrayList<>();
    List<String> names = List.of("ON_THE_SPOT", "SAME_DAY", "NEXT_DAY", "LATER");
    List<Tier> tiers = sheet.tiers();
    for (int i = 0; i < names.size(); i++) {
      quarters.add(quarter(names.get(i), i, filled(names.get(i), sheet.tier(), tiers, at)));
    }
    return new Ring(
        sheet.standing().map(tier -> tier.factor().toPlainString()).orElse("?"),
        sheet.tier(),
        sheet.delayEndedAt() != null,
        String.join(
            ",",
            tiers.stream().map(tier -> tier.tier() + "=" + tier.from().toEpochMilli()).toList()),
        quarters);
  }

  private static Quarter quarter(String tier, int index, double filled) {
    return new Quarter(
        tier,
        String.format(Locale.ROOT, "%.1f 100", QUARTER * filled),
        String.format(Locale.ROOT, "%.1f", -(25.0 * index + 1.5)));
  }

  /** Nothing before its tier, all of it after, and in between as far as its time has gone. */
  private static double filled(String name, String standing, List<Tier> tiers, Instant at) {
    List<String> order = List.of("ON_THE_SPOT", "SAME_DAY", "NEXT_DAY", "LATER");
    int mine = order.indexOf(name);
    int reached = order.indexOf(standing);
    if (mine != reached) {
      return mine < reached ? 1 : 0;
    }
    int index = 0;
    while (index < tiers.size() && !tiers.get(index).tier().equals(name)) {
      index++;
    }
    if (index + 1 >= tiers.size()) {
      return 1; // the last tier has no end
    }
    Instant from = tiers.get(index).from();
    double whole = Duration.between(from, tiers.get(index + 1).from()).toMillis();
    double gone = Duration.between(from, at).toMillis();
    return whole <= 0 ? 1 : Math.clamp(gone / whole, 0.08, 1);
  }
}
