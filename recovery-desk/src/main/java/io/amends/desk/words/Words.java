package io.amends.desk.words;

import io.amends.contracts.Money;
import io.amends.desk.view.Line.Value;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import org.springframework.context.MessageSource;

/**
 * Codes and values as one reader reads them: in the reader's language, in a property's time.
 *
 * @param now hotel time at which the page is made
 */
public record Words(MessageSource bundles, Locale locale, Instant now) {

  /** The sentence of a key; a key without words shows itself, so that it is noticed. */
  public String of(String key, Object... values) {
    String words = bundles.getMessage(key, values, key, locale);
    return words == null ? key : words;
  }

  /** Currency and amount, without minor digits where they are zero: SGD 1,280. */
  public String money(Money money) {
    int digits = money.currency().getDefaultFractionDigits();
    BigDecimal amount = BigDecimal.valueOf(money.minorUnits(), digits);
    NumberFormat format = NumberFormat.getNumberInstance(numbers());
    boolean whole = amount.stripTrailingZeros().scale() <= 0;
    format.setMinimumFractionDigits(whole ? 0 : digits);
    format.setMaximumFractionDigits(whole ? 0 : digits);
    return money.currency().getCurrencyCode() + "\u00a0" + format.format(amount);
  }

  public String number(Number number) {
    NumberFormat format = NumberFormat.getNumberInstance(numbers());
    format.setMaximumFractionDigits(2);
    return format.format(number);
  }

  public String percent(double share) {
    return number(Math.round(share * 100)) + "\u00a0%";
  }

  /** The hour there, with the day if it is another one. */
  public String hour(Instant at, ZoneId zone) {
    LocalDate day = at.atZone(zone).toLocalDate();
    long away = Math.abs(ChronoUnit.DAYS.between(now.atZone(zone).toLocalDate(), day));
    String pattern = away == 0 ? "Hm" : away < 7 ? "EEEHm" : "MMMdHm";
    return DateTimeFormatter.ofLocalizedPattern(pattern).withLocale(locale).format(at.atZone(zone));
  }

  /** Day, hour and zone there, for whoever may be elsewhere. */
  public String full(Instant at, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedPattern("yMMMdHmv")
        .withLocale(locale)
        .format(at.atZone(zone));
  }

  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedPattern("MMMd").withLocale(locale).format(day);
  }

  /** Such as 8 min, 3 h 20 min, 2 d 4 h; never a sign. */
  public String span(Duration span) {
    Duration length = span.abs();
    long minutes = length.toMinutes();
    if (minutes < 60) {
      return of("span.minutes", minutes);
    }
    return length.toHours() < 48
        ? of("span.hours", length.toHours(), length.toMinutesPart())
        : of("span.days", length.toDays(), length.toHoursPart());
  }

  /** One value of a line. */
  public String value(Value value, ZoneId zone) {
    return switch (value.kind()) {
      case CODE -> of(value.value());
      case NUMBER -> number(new BigDecimal(value.value()));
      case TIME -> hour(Instant.parse(value.value()), zone);
      case MONEY -> {
        int space = value.value().indexOf(' ');
        yield money(
            new Money(
                Long.parseLong(value.value().substring(space + 1)),
                Currency.getInstance(value.value().substring(0, space))));
      }
    };
  }

  /** Whether the reader's script runs from right to left. */
  public boolean rightToLeft() {
    return locale.getLanguage().equals("ar");
  }

  /** As a page says it. */
  public String direction() {
    return rightToLeft() ? "rtl" : "ltr";
  }

  /** Latin digits everywhere: rooms, hours and amounts are compared with what systems print. */
  private Locale numbers() {
    return rightToLeft() ? Locale.ENGLISH : locale;
  }
}
