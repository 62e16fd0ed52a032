package io.amends.desk.cases;

import io.amends.contracts.Money;
import io.amends.contracts.RemedyType;
import io.amends.contracts.personal.GuestContact;
import io.amends.contracts.retention.RiskScored.Reason;
import io.amends.desk.cases.CaseFile.Course;
import io.amends.desk.cases.CaseFile.Guest;
import io.amends.desk.cases.CaseFile.Risk;
import io.amends.desk.cases.CasePage.Fact;
import io.amends.desk.cases.CasePage.Give;
import io.amends.desk.cases.CasePage.GuestBox;
import io.amends.desk.cases.CasePage.Mark;
import io.amends.desk.cases.CasePage.Moment;
import io.amends.desk.cases.CasePage.Option;
import io.amends.desk.cases.CasePage.OtherCase;
import io.amends.desk.cases.CasePage.ReasonLine;
import io.amends.desk.cases.CasePage.TierLine;
import io.amends.desk.cases.CasePage.VerbButton;
import io.amends.desk.people.Reader;
import io.amends.desk.view.House;
import io.amends.desk.view.Line;
import io.amends.desk.view.Sheet;
import io.amends.desk.words.People;
import io.amends.desk.words.PromiseLine;
import io.amends.desk.words.Ring;
import io.amends.desk.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the page of a case out of what the view has, in a reader's words. */
final class CasePages {

  private static final int NUMBER = 8;

  private final CaseFile file;
  private final Peers peers;
  private final House house;

  CasePages(CaseFile file, Peers peers, House house) {
    this.file = file;
    this.peers = peers;
    this.house = house;
  }

  /** A case number as people say it. */
  static String number(String caseId) {
    return caseId.substring(0, Math.min(NUMBER, caseId.length()));
  }

  /**
   * The page.
   *
   * @param personal whether name, contact and words may be shown
   */
  CasePage of(Sheet sheet, Reader reader, Words words, boolean personal) {
    ZoneId zone = ZoneId.of(sheet.zone().id());
    People people = new People(house, words);
    String told = personal ? file.words(sheet.guestId(), sheet.textId()).orElse(null) : null;
    List<String> later = personal ? later(sheet, words, zone) : List.of();
    List<Line> lines = file.lines(sheet.caseId());
    Course course = file.course(sheet.caseId()).orElse(Course.UNKNOWN);
    return new CasePage(
        sheet.caseId(),
        number(sheet.caseId()),
        Ring.of(sheet, words.now()),
        title(sheet, words),
        sheet.property(),
        state(sheet, course, people, words),
        partOf(sheet, words),
        marks(sheet, words),
        facts(sheet, words, zone),
        told,
        later,
        new Suggestions(sheet, lines, words).of(file.suggested(sheet.caseId()).orElse(null), told),
        PromiseLine.all(sheet, words),
        tiers(sheet, words, zone),
        next(sheet, words, zone),
        lines.stream().map(line -> moment(line, sheet, people, words, zone)).toList(),
        guest(sheet, reader, words, personal),
        new Plans(sheet, course, peers, words).plan(),
        sheet.open()
            ? sheet.missing().stream().map(need -> words.of("need." + need)).toList()
            : List.of(),
        sheet.open() ? verbs(sheet, words, zone) : List.of(),
        MoreVerbs.of(sheet, words),
        give(sheet, reader, words),
        sheet.cause() != null,
        !sheet.missing().contains("FOLLOW_UP_ANSWERED_OR_EXPIRED"),
        UUID.randomUUID().toString());
  }

  static String title(Sheet sheet, Words words) {
    String issue = words.of("issue." + sheet.issue());
    return sheet.room() == null ? issue : words.of("room", sheet.room()) + " · " + issue;
  }

  private static String state(Sheet sheet, Course course, People people, Words words) {
    if (!sheet.open()) {
      return words.of(sheet.beside().partOf() == null ? "case.closed" : "case.merged");
    }
    if (sheet.madeGoodAt() != null) {
      return words.of("case.madeGood");
    }
    String holder = course.heldBy();
    return holder == null
        ? words.of("held.nobody")
        : words.of("held.by", people.name(sheet.property(), holder));
  }

  private static @Nullable OtherCase partOf(Sheet sheet, Words words) {
    Sheet.Ref other = sheet.beside().partOf();
    return other == null
        ? null
        : new OtherCase(
            other.caseId(), words.of("case.number", number(other.caseId())), sheet.open());
  }

  private static List<Mark> marks(Sheet sheet, Words words) {
    List<Mark> marks = new ArrayList<>();
    marks.add(new Mark(sheet.severity(), words.of("severity." + sheet.severity())));
    if (sheet.beside().cycle() > 1) {
      marks.add(new Mark("again", words.of("mark.again", sheet.beside().cycle())));
    }
    if (sheet.inPublic()) {
      marks.add(new Mark("public", words.of("mark.public")));
    }
    sheet.flags().stream()
        .sorted()
        .forEach(flag -> marks.add(new Mark("flag", words.of("flag." + flag))));
    return marks;
  }

  private static List<Fact> facts(Sheet sheet, Words words, ZoneId zone) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(words.of("fact.origin"), words.of("origin." + sheet.origin())));
    facts.add(new Fact(words.of("fact.channel"), words.of("channel." + sheet.channel())));
    facts.add(new Fact(words.of("fact.occurred"), words.full(sheet.occurredAt(), zone)));
    facts.add(new Fact(words.of("fact.detected"), words.full(sheet.detectedAt(), zone)));
    Duration silence = Duration.between(sheet.occurredAt(), sheet.detectedAt());
    if (silence.toMinutes() > 0) {
      facts.add(new Fact(words.of("fact.silence"), words.span(silence)));
    }
    Instant departure = sheet.departureAt();
    if (departure != null) {
      facts.add(new Fact(words.of("fact.departure"), words.full(departure, zone)));
    }
    facts.add(new Fact(words.of("fact.department"), words.of("department." + sheet.department())));
    facts.add(new Fact(words.of("fact.owner"), words.of("role." + sheet.owner())));
    return facts;
  }

  private static List<TierLine> tiers(Sheet sheet, Words words, ZoneId zone) {
    return sheet.tiers().stream()
        .map(
            tier ->
                new TierLine(
                    tier.tier(),
                    tier.factor().toPlainString(),
                    words.of("tier." + tier.tier()),
                    words.hour(tier.from(), zone),
                    words.money(tier.exposure()),
                    words.of("role." + tier.owner()),
                    tier.tier().equals(sheet.tier())))
        .toList();
  }

  /** Who will be alerted unless somebody acts. */
  private static List<String> next(Sheet sheet, Words words, ZoneId zone) {
    return sheet.ladder().stream()
        .limit(3)
        .map(
            alert ->
                words.of(
                    "ladder",
                    words.hour(alert.at(), zone),
                    words.of("role." + alert.role()),
                    words.of("cause." + alert.cause())))
        .toList();
  }

  private static Moment moment(Line line, Sheet sheet, People people, Words words, ZoneId zone) {
    Object[] values =
        Stream.concat(
                Stream.of(people.name(sheet.property(), line.actor())),
                line.values().stream().map(value -> words.value(value, zone)))
            .toArray();
    return new Moment(
        line.code(),
        words.hour(line.at(), zone),
        people.name(sheet.property(), line.actor()),
        words.of("line." + line.code(), values));
  }

  private GuestBox guest(Sheet sheet, Reader reader, Words words, boolean personal) {
    Optional<GuestContact> contact = personal ? file.contact(sheet.guestId()) : Optional.empty();
    Optional<Risk> risk = file.risk(sheet.guestId());
    List<Fact> facts = new ArrayList<>();
    file.guest(sheet.guestId()).ifPresent(known -> add(facts, known, words));
    return new GuestBox(
        sheet.guestId(),
        contact.map(GuestContact::name).orElse(""),
        contact
            .map(
                known ->
                    String.join(
                        " · ",
                        Stream.of(known.phone(), known.email()).filter(Objects::nonNull).toList()))
            .orElse(""),
        facts,
        risk.map(each -> words.of("band." + each.band())).orElse(""),
        risk.map(
                each ->
                    words.of(
                        "risk.told", words.percent(each.noStay()), words.percent(each.expected())))
            .orElse(""),
        risk.map(each -> worth(each, words)).orElse(""),
        risk.map(each -> reasons(each.reasons(), words)).orElse(List.of()),
        file.stays(sheet.guestId()).stream().map(stay -> stay(stay, reader, words)).toList(),
        file.others(sheet, reader.seesSensitive()).stream()
            .map(
                other ->
                    new OtherCase(
                        other.caseId(),
                        words.of(
                            "other",
                            words.day(
                                Instant.ofEpochMilli(other.opened())
                                    .atZone(ZoneOffset.UTC)
                                    .toLocalDate()),
                            other.property(),
                            words.of("issue." + other.issue())),
                        other.open()))
            .toList());
  }

  /** In which room a guest sleeps is for those who work in that hotel. */
  private static String stay(CaseFile.Stay stay, Reader reader, Words words) {
    String number = reader.holdsFor(stay.property()) ? stay.room() : null;
    String room = number == null ? "" : " · " + words.of("room", number);
    return words.of(
        "stay." + stay.state(), stay.property(), words.day(LocalDate.parse(stay.arrival())) + room);
  }

  private static void add(List<Fact> facts, Guest guest, Words words) {
    addIf(facts, words.of("guest.tier"), guest.tier());
    addIf(facts, words.of("guest.country"), guest.country());
    addIf(facts, words.of("guest.since"), guest.memberSince());
  }

  private static void addIf(List<Fact> facts, String name, @Nullable String value) {
    if (value != null) {
      facts.add(new Fact(name, value));
    }
  }

  private static String worth(Risk risk, Words words) {
    Long money = risk.atRisk();
    String currency = risk.currency();
    return money == null || currency == null
        ? ""
        : words.of("worth", words.money(new Money(money, Currency.getInstance(currency))));
  }

  /** The heaviest first; what weighs nothing is not told. */
  private static List<ReasonLine> reasons(List<Reason> reasons, Words words) {
    double heaviest =
        reasons.stream().mapToDouble(each -> Math.abs(each.contribution())).max().orElse(1);
    return reasons.stream()
        .filter(each -> Math.abs(each.contribution()) >= 0.01)
        .sorted((a, b) -> Double.compare(Math.abs(b.contribution()), Math.abs(a.contribution())))
        .limit(5)
        .map(
            each -> {
              return new ReasonLine(
                  said(each, words),
                  each.contribution() > 0,
                  words.number(Math.abs(each.contribution())),
                  (int) Math.round(100 * Math.abs(each.contribution()) / heaviest));
            })
        .toList();
  }

  /** An answer that was good is said in other words than one that was not. */
  private static String said(Reason reason, Words words) {
    String key = "reason." + reason.code();
    String good = words.of(key + ".good");
    if (reason.contribution() < 0 && !good.equals(key + ".good")) {
      return good;
    }
    String said = words.of(key);
    return said.equals(key) ? words.of("reason.other", reason.code()) : said;
  }

  private List<String> later(Sheet sheet, Words words, ZoneId zone) {
    return file.said(sheet.caseId()).stream()
        .flatMap(
            said ->
                file.words(said.guestId(), said.textId()).stream()
                    .map(text -> words.hour(said.at(), zone) + ": " + text))
        .toList();
  }

  private static List<VerbButton> verbs(Sheet sheet, Words words, ZoneId zone) {
    return List.of(
        verb("ACKNOWLEDGE", sheet.acknowledgedAt(), words, zone),
        verb("APOLOGISE", sheet.apologisedAt(), words, zone),
        verb("FIX_DONE", sheet.fixedAt(), words, zone));
  }

  private static VerbButton verb(String verb, @Nullable Instant done, Words words, ZoneId zone) {
    return new VerbButton(
        verb, words.of("verb." + verb), done == null ? "" : words.hour(done, zone));
  }

  private static Give give(Sheet sheet, Reader reader, Words words) {
    Sheet.Band band = sheet.usual();
    return new Give(
        Arrays.stream(RemedyType.values())
            .map(type -> new Option(type.name(), words.of("remedy." + type)))
            .toList(),
        sheet.night().currency().getCurrencyCode(),
        OutcomeWords.left(sheet, reader)
            .map(left -> words.of("give.limit", words.money(left)))
            .orElse(""),
        band == null ? "" : words.of("give.usual", words.money(band.usual())),
        sheet.beside().partAtOnce());
  }
}
