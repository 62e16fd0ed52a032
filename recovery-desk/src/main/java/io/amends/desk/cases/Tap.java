package io.amends.desk.cases;

import io.amends.contracts.Department;
import io.amends.contracts.Money;
import io.amends.contracts.RemedyType;
import io.amends.contracts.recovery.CommandAsked.Details;
import io.amends.contracts.recovery.CommandAsked.Verb;
import io.amends.contracts.recovery.RootCause;
import io.amends.desk.http.CaseClient.Wish;
import io.amends.desk.view.Sheet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A form of the case page becomes a wish: the one place that knows what verbs need. */
final class Tap {

  private Tap() {}

  /** Empty if the form does not say what the verb needs. */
  static Optional<Wish> of(String verbName, MultiValueMap<String, String> form, Sheet sheet) {
    String tap = form.getFirst("tap");
    Optional<Verb> verb = named(Verb.class, verbName);
    if (verb.isEmpty() || tap == null || tap.isBlank()) {
      return Optional.empty();
    }
    return switch (verb.get()) {
      case GRANT_REMEDY ->
          remedy(form, sheet).map(details -> wish(sheet, verb.get(), details, tap));
      case APPROVE_REMEDY, REFUSE_REMEDY ->
          answer(verb.get(), form).map(details -> wish(sheet, verb.get(), details, tap));
      case SET_ROOT_CAUSE -> cause(form).map(details -> wish(sheet, verb.get(), details, tap));
      default -> Optional.of(wish(sheet, verb.get(), null, tap));
    };
  }

  private static Wish wish(Sheet sheet, Verb verb, @Nullable Details details, String tap) {
    return new Wish(sheet.guestId(), sheet.caseId(), verb, details, tap);
  }

  private static Optional<Details> remedy(MultiValueMap<String, String> form, Sheet sheet) {
    Optional<RemedyType> type = named(RemedyType.class, form.getFirst("remedy"));
    Optional<BigDecimal> amount = amount(form.getFirst("amount"));
    return type.map(
        remedy ->
            remedy == RemedyType.POINTS
                ? details(remedy, null, amount.map(BigDecimal::longValue).orElse(null), null)
                : details(remedy, amount.map(each -> money(each, sheet)).orElse(null), null, null));
  }

  /** Yes or no; no needs a reason. */
  private static Optional<Details> answer(Verb verb, MultiValueMap<String, String> form) {
    String number = form.getFirst("number");
    String reason = Optional.ofNullable(form.getFirst("reason")).orElse("").strip();
    return number == null
            || !number.matches("[0-9]{1,6}")
            || (verb == Verb.REFUSE_REMEDY && reason.isEmpty())
        ? Optional.empty()
        : Optional.of(Details.of(Integer.parseInt(number), reason.isEmpty() ? null : reason));
  }

  private static Optional<Details> cause(MultiValueMap<String, String> form) {
    return named(RootCause.Gap.class, form.getFirst("gap"))
        .flatMap(
            gap ->
                named(RootCause.Cause.class, form.getFirst("cause"))
                    .flatMap(
                        cause ->
                            named(Department.class, form.getFirst("department"))
                                .map(
                                    department ->
                                        details(
                                            null,
                                            null,
                                            null,
                                            new RootCause(gap, cause, department)))));
  }

  private static Details details(
      @Nullable RemedyType remedy,
      @Nullable Money worth,
      @Nullable Long points,
      @Nullable RootCause cause) {
    return Details.of(remedy, worth, points, cause);
  }

  private static Money money(BigDecimal amount, Sheet sheet) {
    var currency = sheet.night().currency();
    return new Money(
        amount
            .movePointRight(currency.getDefaultFractionDigits())
            .setScale(0, RoundingMode.HALF_EVEN)
            .longValue(),
        currency);
  }

  private static Optional<BigDecimal> amount(@Nullable String text) {
    try {
      return text == null || text.isBlank()
          ? Optional.empty()
          : Optional.of(new BigDecimal(text.strip().replace(",", "")))
              .filter(each -> each.signum() > 0 && each.precision() - each.scale() < 12);
    } catch (NumberFormatException unreadable) {
      return Optional.empty();
    }
  }

  private static <E extends Enum<E>> Optional<E> named(Class<E> type, @Nullable String name) {
    if (name == null || name.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Enum.valueOf(type, name.replace('-', '_').toUpperCase(Locale.ROOT)));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }
}
