package io.amends.notification.domain;

import io.amends.contracts.CaseId;
import io.amends.contracts.Nights;
import io.amends.contracts.PropertyId;
import io.amends.contracts.inbound.Consent;
import io.amends.contracts.notification.Message;
import io.amends.contracts.recovery.CaseFacts;
import io.amends.contracts.recovery.Situation;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.time.IanaZone;
import io.amends.notification.domain.ClosedCase.Answer;
import io.amends.notification.domain.ClosedCase.Ending;
import io.amends.notification.domain.OpenCase.Done;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the last gate must know of a guest.
 *
 * @param locale BCP 47, as the profile has it
 * @param zone IANA, as the profile has it
 * @param consents by {@code purpose/channel}
 * @param openCases by case id
 * @param closedCases those of the last {@link #REMEMBERED}, the oldest first
 * @param told what the guest was sent in that time, the oldest first
 * @param lastProperty where the guest was last
 * @param tier in the loyalty programme
 * @param bookings stays to come, by booking id
 */
public record Guest(
    @Nullable String locale,
    @Nullable String zone,
    Map<String, Given> consents,
    Map<String, OpenCase> openCases,
    List<ClosedCase> closedCases,
    List<Told> told,
    @Nullable PropertyId lastProperty,
    @Nullable String tier,
    @Nullable Map<String, Booking> bookings) {

  /** As long as rows are kept; the longest cap counts twelve months. */
  static final Duration REMEMBERED = Duration.ofDays(400);

  public static final Guest UNKNOWN =
      new Guest(null, null, Map.of(), Map.of(), List.of(), List.of(), null, null, null);

  public Guest {
    consents = Map.copyOf(consents);
    openCases = Map.copyOf(openCases);
    closedCases = List.copyOf(closedCases);
    told = List.copyOf(told);
    bookings = bookings == null ? Map.of() : Map.copyOf(bookings); // older rows have none
  }

  /** A stay to come. */
  public record Booking(PropertyId propertyId, LocalDate arrival) {}

  /** A consent and when it was given or taken. */
  public record Given(Consent.State state, Instant at) {}

  /** The newest wins, on a tie refusal. */
  public Guest with(Consent.Purpose purpose, Consent.By by, Consent.State state, Instant at) {
    String key = key(purpose, by);
    Given known = consents.get(key);
    boolean newer =
        known == null
            || at.isAfter(known.at())
            || (at.equals(known.at()) && state != Consent.State.GRANTED);
    if (!newer) {
      return this;
    }
    Map<String, Given> more = new HashMap<>(consents);
    more.put(key, new Given(state, at));
    return new Guest(
        locale, zone, more, openCases, closedCases, told, lastProperty, tier, bookings);
  }

  public Guest withProfile(
      @Nullable String newLocale, @Nullable String newZone, @Nullable String newTier) {
    return new Guest(
        newLocale,
        newZone,
        consents,
        openCases,
        closedCases,
        told,
        lastProperty,
        newTier,
        bookings);
  }

  public Guest withOpen(CaseId id, CaseFacts facts) {
    Map<String, OpenCase> more = new HashMap<>(openCases);
    more.put(id.value(), new OpenCase(facts, Situation.of(facts), Set.of(), found(id), null));
    PropertyId at = facts.place().propertyId();
    return new Guest(locale, zone, consents, more, closedCases, told, at, tier, bookings);
  }

  /** How the guest found that case, open or closed; it holds until they say otherwise. */
  @Nullable Answer found(CaseId id) {
    OpenCase open = openCases.get(id.value());
    return open != null
        ? open.found()
        : closed(id).map(ClosedCase::answer).filter(how -> how != Answer.NONE).orElse(null);
  }

  Optional<ClosedCase> closed(CaseId id) {
    return closedCases.stream().filter(closed -> closed.caseId().equals(id)).findFirst();
  }

  /** Where the guest is, or how bad it is, has changed; nothing if that case is not open. */
  public Guest withSituation(CaseId id, Situation now) {
    return with(id, open -> open.with(now));
  }

  /** Somebody spoke with the guest about a case; nothing if that case is not open. */
  public Guest spokenAt(CaseId id, Instant at) {
    return with(id, open -> open.spokenAt(at));
  }

  /** Somebody spoke with the guest, whatever about. */
  public Guest spokenAt(Instant at) {
    Map<String, OpenCase> changed = new HashMap<>(openCases);
    changed.replaceAll((_, open) -> open.spokenAt(at));
    return withOpenCases(changed);
  }

  private Guest with(CaseId id, UnaryOperator<OpenCase> change) {
    OpenCase open = openCases.get(id.value());
    if (open == null) {
      return this;
    }
    Map<String, OpenCase> changed = new HashMap<>(openCases);
    changed.put(id.value(), change.apply(open));
    return withOpenCases(changed);
  }

  /** In which language the guest is written to about that hotel, BCP 47: theirs, else its. */
  String localeAt(PropertyReference property) {
    return locale == null ? property.locale() : locale;
  }

  /** By which clock the guest lives who is not in the house: theirs, else that hotel's. */
  IanaZone zoneAt(PropertyReference property) {
    return zone == null ? property.zone() : new IanaZone(zone);
  }

  private Guest withOpenCases(Map<String, OpenCase> all) {
    return new Guest(locale, zone, consents, all, closedCases, told, lastProperty, tier, bookings);
  }

  @Override
  public Map<String, Booking> bookings() {
    return bookings == null ? Map.of() : bookings;
  }

  /** A stay was booked. */
  public Guest withBooking(String id, Booking booking) {
    Map<String, Booking> more = new HashMap<>(bookings());
    more.put(id, booking);
    return withBookings(more);
  }

  /** A stay was cancelled, or the guest has come. */
  public Guest withoutBooking(String id) {
    Map<String, Booking> fewer = new HashMap<>(bookings());
    fewer.remove(id);
    return withBookings(fewer);
  }

  private Guest withBookings(Map<String, Booking> all) {
    return new Guest(locale, zone, consents, openCases, closedCases, told, lastProperty, tier, all);
  }

  /** Where the guest slept last. */
  public Guest seenAt(PropertyId at) {
    return at.equals(lastProperty)
        ? this
        : new Guest(locale, zone, consents, openCases, closedCases, told, at, tier, bookings);
  }

  /** Something was done for the guest in a case; nothing if that case is not open. */
  public Guest withDone(CaseId id, Done done) {
    return with(id, open -> open.with(done));
  }

  /**
   * Nothing more will be done for that case.
   *
   * @param ending how it ended
   */
  public Guest withClosed(CaseId id, Instant at, Ending ending) {
    Answer how = found(id);
    Map<String, OpenCase> fewer = new HashMap<>(openCases);
    OpenCase was = fewer.remove(id.value());
    boolean authority =
        was != null && was.facts().channel() == io.amends.contracts.Channel.THIRD_PARTY_AUTHORITY;
    List<ClosedCase> more = new ArrayList<>(closedCases);
    more.removeIf(closed -> closed.caseId().equals(id) || isForgotten(closed.at(), at));
    more.add(
        new ClosedCase(
            id,
            at,
            how != null ? how : wasHeard(was) ? Answer.HEARD : Answer.NONE,
            authority,
            was != null && was.now().failedTwice(),
            was == null ? null : was.facts().issue(),
            ending));
    return new Guest(locale, zone, consents, fewer, more, told, lastProperty, tier, bookings);
  }

  private static boolean wasHeard(@Nullable OpenCase was) {
    return was != null && was.done().contains(Done.ANSWERED);
  }

  /** The guest has said how the recovery was. */
  public Guest withAnswer(CaseId id, Answer answer) {
    List<ClosedCase> changed =
        closedCases.stream().map(c -> c.caseId().equals(id) ? c.answered(answer) : c).toList();
    return new Guest(locale, zone, consents, openCases, changed, told, lastProperty, tier, bookings)
        .with(id, open -> open.with(Done.ANSWERED).found(answer));
  }

  /** A message of theirs was let through. */
  public Guest withTold(Message message, Instant at) {
    return withTold(message, at, null);
  }

  /**
   * A message of theirs was let through.
   *
   * @param cost of what it offers; null: it offers nothing
   */
  public Guest withTold(Message message, Instant at, @Nullable Nights cost) {
    List<Told> more = new ArrayList<>(told);
    more.removeIf(one -> one.messageId().equals(message.messageId()) || isForgotten(one.at(), at));
    more.add(Told.of(message, at, cost));
    return new Guest(
        locale, zone, consents, openCases, closedCases, more, lastProperty, tier, bookings);
  }

  /** It did not reach them after all, so it counts against nothing. */
  public Guest withoutTold(String messageId) {
    List<Told> fewer = told.stream().filter(one -> !one.messageId().equals(messageId)).toList();
    return new Guest(
        locale, zone, consents, openCases, closedCases, fewer, lastProperty, tier, bookings);
  }

  /** What was spent on them by offers since then, at cost. */
  public Nights spentSince(Instant then) {
    return told.stream()
        .filter(one -> !one.at().isBefore(then))
        .flatMap(one -> Stream.ofNullable(one.cost()))
        .reduce(Nights.ZERO, Nights::plus);
  }

  public Consent.@Nullable State state(Consent.Purpose purpose, Consent.By by) {
    Given given = consents.get(key(purpose, by));
    return given == null ? null : given.state();
  }

  @Nullable OpenCase open(@Nullable CaseId id) {
    return id == null ? null : openCases.get(id.value());
  }

  private static boolean isForgotten(Instant then, Instant now) {
    return then.isBefore(now.minus(REMEMBERED));
  }

  private static String key(Consent.Purpose purpose, Consent.By by) {
    return purpose + "/" + by;
  }
}
