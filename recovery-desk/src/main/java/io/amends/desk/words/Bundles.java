package io.amends.desk.words;

import io.amends.kit.clock.HotelClock;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Gives each page its words, at the hour it is made. */
public final class Bundles {

  private final MessageSource bundles;
  private final HotelClock clock;

  public Bundles(MessageSource bundles, HotelClock clock) {
    this.bundles = bundles;
    this.clock = clock;
  }

  public Words in(Locale locale) {
    return new Words(bundles, locale, clock.instant());
  }
}
