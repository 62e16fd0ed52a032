package io.amends.desk.cases;

import io.amends.contracts.Department;
import io.amends.contracts.Money;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.CommandAsked.Details;
import io.amends.contracts.recovery.CommandAsked.Verb;
import io.amends.contracts.recovery.RootCause;
import io.amends.desk.http.CaseClient.Wish;
import io.amends.desk.view.Sheet;
import io.amends.kit.events.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A form of the case page becomes a wish: the one place that knows what verbs need. */
final class Tap {

  static final String PREVENTION = "prevention";

  private Tap() {}

  /** Empty if the form does not say what the verb needs. */
  static Optional<Wish> of(String verbName, MultiValueMap<String, String> form, Sheet sheet) {
    String tap = form.getFirst("tap");
    Optional<Verb> verb = named(Verb.class, verbName);
    if (verb.isEmpty() || tap == null || tap.isBlank()) {
      return Optional.empty();
    }
    return details(verb.get(), form, sheet)
        .map(details -> new Wish(sheet.guestId(), sheet.caseId(), verb.get(), details, tap))
        .flatMap(wish -> verb.get() == Verb.MERGE ? ofOther(wish, form, sheet) : Optional.of(wish));
  }

  /** Empty if the form does not say what the verb needs. */
  private static Optional<Details> details(
      Verb verb, MultiValueMap<String, String> form, Sheet sheet) {
    return switch (verb) {
      case GRANT_REMEDY -> remedy(form, sheet);
      case APPROVE_REMEDY, REMEDY_REACHED -> number(form).map(Tap::details);
      case REFUSE_REMEDY, TAKE_BACK_REMEDY ->
          number(form).filter(known -> known.containsKey("reason")).map(Tap::details);
      case SET_ROOT_CAUSE -> cause(form);
      case HAND_OVER ->
          named(Department.class, form.getFirst("department"))
              .map(department -> details(Map.of("department", department)));
      case PAUSE, RESUME -> text(form, "reason").map(reason -> details(Map.of("reason", reason)));
      case LINK_PREVENTION ->
          text(form, PREVENTION)
              .filter(record -> record.matches("[A-Za-z0-9._:-]{1,80}"))
              .map(record -> details(Map.of(PREVENTION, record)));
      case CORRECT_SEVERITY ->
          named(Severity.class, form.getFirst("severity"))
              .flatMap(severity -> corrected("severity", severity, form));
      case CORRECT_DETECTION ->
          hour(form.getFirst("detectedAt"), sheet)
              .flatMap(hour -> corrected("detectedAt", hour, form));
      default -> Optional.of(Details.NONE);
    };
  }

  private static Optional<Details> corrected(
      String what, Object now, MultiValueMap<String, String> form) {
    return text(form, "reason").map(reason -> details(Map.of(what, now, "reason", reason)));
  }

  /** As the hotel's wall clock shows it; of an hour that comes twice, the first. */
  private static Optional<Instant> hour(@Nullable String shown, Sheet sheet) {
    try {
      return Optional.ofNullable(shown)
          .map(LocalDateTime::parse)
          .map(wallClock -> sheet.zone().firstAt(wallClock));
    } catch (DateTimeParseException unreadable) {
      return Optional.empty();
    }
  }

  /** The other case becomes part of this one: it is the other that is asked. */
  private static Optional<Wish> ofOther(
      Wish wish, MultiValueMap<String, String> form, Sheet sheet) {
    return sheet.beside().alike().stream()
        .filter(alike -> alike.caseId().equals(form.getFirst("other")))
        .findFirst()
        .map(
            alike ->
                new Wish(
                    alike.guestId(),
                    alike.caseId(),
                    Verb.MERGE,
                    details(
                        Map.of(
                            "other", Map.of("guestId", sheet.guestId(), "caseId", sheet.caseId()))),
                    wish.commandId()));
  }

  /** Words have no worth, whatever stands in the field beside them. */
  private static Optional<Details> remedy(MultiValueMap<String, String> form, Sheet sheet) {
    Optional<BigDecimal> amount = amount(form.getFirst("amount"));
    return named(RemedyType.class, form.getFirst("remedy"))
        .map(
            remedy -> {
              Map<String, Object> said = new HashMap<>();
              said.put("remedy", remedy);
              amount
                  .filter(_ -> !remedy.isWords())
                  .ifPresent(
                      each -> {
                        if (remedy == RemedyType.POINTS) {
                          said.put("points", each.longValue());
                        } else {
                          said.put("worth", money(each, sheet));
                        }
                      });
              if (remedy == RemedyType.REFUND && form.containsKey("correction")) {
                said.put("correction", true);
              }
              if (form.containsKey("part")) {
                said.put("part", true);
              }
              text(form, "reason").ifPresent(reason -> said.put("reason", reason));
              return details(said);
            });
  }

  /** Which of several, and why if somebody said so. */
  private static Optional<Map<String, Object>> number(MultiValueMap<String, String> form) {
    return text(form, "number")
        .filter(number -> number.matches("[0-9]{1,6}"))
        .map(
            number -> {
              Map<String, Object> said = new HashMap<>();
              said.put("number", Integer.valueOf(number));
              text(form, "reason").ifPresent(reason -> said.put("reason", reason));
              return said;
            });
  }

  private static Optional<Details> cause(MultiValueMap<String, String> form) {
    return named(RootCause.Gap.class, form.getFirst("gap"))
        .flatMap(
            gap ->
                named(RootCause.Cause.class, form.getFirst("cause"))
                    .flatMap(
                        cause ->
                            named(Department.class, form.getFirst("department"))
                                .map(department -> new RootCause(gap, cause, department))))
        .map(cause -> details(Map.of("rootCause", cause)));
  }

  /** By the names that the command has on the wire; what is not said is not there. */
  private static Details details(Map<String, ?> said) {
    return Json.mapper().convertValue(said, Details.class);
  }

  private static Optional<String> text(MultiValueMap<String, String> form, String name) {
    return Optional.ofNullable(form.getFirst(name)).map(String::strip).filter(s -> !s.isEmpty());
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
