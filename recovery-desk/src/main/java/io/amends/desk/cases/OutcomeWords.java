package io.amends.desk.cases;

import io.amends.contracts.Money;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CommandOutcome.Answer;
import io.amends.contracts.recovery.CommandOutcome.Code;
import io.amends.contracts.reference.RosterReference;
import io.amends.contracts.reference.RosterReference.Person;
import io.amends.desk.http.CaseClient.Came;
import io.amends.desk.http.CaseClient.Reply;
import io.amends.desk.people.Reader;
import io.amends.desk.view.House;
import io.amends.desk.view.Sheet;
import io.amends.desk.view.Sheet.Given;
import io.amends.desk.words.Words;
import io.amends.kit.events.Json;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What came of a tap, in sentences that lead on: what may be done now, and who could do the rest.
 */
final class OutcomeWords {

  private final Words words;
  private final House house;

  OutcomeWords(Words words, House house) {
    this.words = words;
    this.house = house;
  }

  Told tell(Reply reply, Sheet sheet, Reader reader) {
    List<String> sentences = new ArrayList<>();
    Answer answer = reply.answer();
    if (answer != null && reply.came() != Came.DONE) {
      answer.codes().forEach(code -> sentences.add(sentence(code, sheet, reader)));
      boolean toldOfEach = answer.codes().stream().anyMatch(code -> !whoCan(code).isEmpty());
      if (reply.came() == Came.REFUSED && !answer.whoCould().isEmpty() && !toldOfEach) {
        sentences.add(words.of("outcome.whoCould", who(answer.whoCould(), sheet)));
      }
    }
    return new Told(reply.came().name(), words.of("outcome." + reply.came()), sentences);
  }

  private String sentence(Code code, Sheet sheet, Reader reader) {
    String key = "code." + code.code();
    if (code.code().equals("OVER_LIMIT")) {
      return overLimit(code, sheet, reader);
    }
    if (code.code().equals("PART_GIVEN")) {
      return words.of(key, words.money(money(code, "amount")));
    }
    if (code.code().equals("GIVEN_BEFORE")) {
      return words.of(
          key,
          words.money(money(code, "givenInMoney")),
          words.of("role." + code.parameters().get("by")));
    }
    if (code.code().equals("ASKED")) {
      return asked(Json.mapper().convertValue(code.parameters(), Asked.class), sheet);
    }
    String said = words.of(key);
    String sentence = said.equals(key) ? words.of("code.other", code.code()) : said;
    Set<Role> whoCan = whoCan(code);
    return whoCan.isEmpty()
        ? sentence
        : sentence + " " + words.of("outcome.whoCould", who(whoCan, sheet));
  }

  private static Money money(Code code, String name) {
    return Json.mapper().convertValue(code.parameters().get(name), Money.class);
  }

  /** Who can do what is missing, where the rules say so for each thing. */
  private static Set<Role> whoCan(Code code) {
    Object roles = code.parameters().get("whoCan");
    return roles == null
        ? Set.of()
        : Set.copyOf(List.of(Json.mapper().convertValue(roles, Role[].class)));
  }

  /** Whom it has asked, until when, and who comes next. */
  private record Asked(
      Money amount,
      Role role,
      List<String> people,
      Instant answerBy,
      @Nullable Role thenRole,
      @Nullable List<String> thenPeople) {}

  private String asked(Asked asked, Sheet sheet) {
    String first =
        words.of(
            "code.ASKED",
            words.money(asked.amount()),
            named(asked.role(), asked.people()),
            words.hour(asked.answerBy(), ZoneId.of(sheet.zone().id())));
    Role then = asked.thenRole();
    return then == null
        ? first
        : first + " " + words.of("code.ASKED.then", named(then, asked.thenPeople()));
  }

  private String named(Role role, @Nullable List<String> people) {
    String word = words.of("role." + role);
    return people == null || people.isEmpty()
        ? word
        : words.of("who.named", String.join(", ", people.stream().limit(2).toList()), word);
  }

  /** What the reader may still give over this case, without asking. */
  private String overLimit(Code code, Sheet sheet, Reader reader) {
    Object said = code.parameters().get("leftInMoney");
    Optional<Money> now =
        said == null
            ? left(sheet, reader)
            : Optional.of(Json.mapper().convertValue(said, Money.class));
    return now.map(
            left ->
                left.minorUnits() > 0
                    ? words.of("code.OVER_LIMIT", words.money(left))
                    : words.of("code.OVER_LIMIT.none"))
        .orElse(words.of("code.OVER_LIMIT.none"));
  }

  /** Empty if the reader's role may give nothing by itself. */
  static Optional<Money> left(Sheet sheet, Reader reader) {
    Money given =
        sheet.given().stream()
            .map(Given::worth)
            .reduce(Money::plus)
            .orElse(new Money(0, sheet.night().currency()));
    return reader
        .role()
        .map(Role::name)
        .map(sheet.limits()::get)
        .map(
            limit ->
                new Money(Math.max(0, limit.minorUnits() - given.minorUnits()), limit.currency()));
  }

  /** Roles, each with who is on duty in it now. */
  String who(Iterable<Role> roles, Sheet sheet) {
    RosterReference roster = house.roster(sheet.property()).orElse(null);
    List<Role> sorted = new ArrayList<>();
    roles.forEach(sorted::add);
    sorted.sort(Comparator.naturalOrder());
    return String.join(
        words.of("or"), sorted.stream().map(role -> one(role, roster, sheet)).toList());
  }

  private String one(Role role, @Nullable RosterReference roster, Sheet sheet) {
    return named(
        role,
        roster == null
            ? null
            : roster.onDuty(role, words.now(), sheet.zone()).stream().map(Person::name).toList());
  }
}
