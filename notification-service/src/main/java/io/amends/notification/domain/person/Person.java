package io.amends.notification.domain.person;

import io.amends.contracts.GuestId;
import io.amends.notification.domain.ClosedCase;
import io.amends.notification.domain.Guest;
import io.amends.notification.domain.Guest.Given;
import io.amends.notification.domain.OpenCase;
import io.amends.notification.domain.Told;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one id knows of the other ids of its person.
 *
 * @param beside the ids it was joined with itself, and tells what it hears
 * @param since when the last of all the ids was joined, hotel time
 * @param said when it last told of itself, hotel time
 * @param others by guest id, those also that were joined further on
 */
public record Person(Set<String> beside, Instant since, Instant said, Map<String, Known> others) {

  /** Ours: some times what it takes to tell another id. */
  static final Duration TURN = Duration.ofSeconds(2);

  /** As nearly all are: of one id. */
  public static final Person ALONE = new Person(Set.of(), Instant.EPOCH, Instant.EPOCH, Map.of());

  public Person {
    beside = Set.copyOf(beside);
    others = Map.copyOf(others);
  }

  /** It is the same person as another id, since then. */
  public Person beside(GuestId other, Instant at) {
    Set<String> more = new HashSet<>(beside);
    more.add(other.value());
    return new Person(more, at.isAfter(since) ? at : since, said, others);
  }

  /** It tells of itself. */
  public Person saying(Instant now) {
    Instant next = now.isAfter(said) ? now : said.plusMillis(1); // so that each is newer
    return new Person(beside, since, next, others);
  }

  /** What it lets the others know of itself. */
  public Known ofItself(Guest own) {
    return Known.of(own, said);
  }

  /**
   * What is news of that which was told.
   *
   * @param self the id that hears it
   */
  public Map<String, Known> news(GuestId self, Map<String, Known> told) {
    Map<String, Known> news = new HashMap<>();
    told.forEach(
        (id, known) -> {
          Known before = others.get(id);
          boolean isNew = before == null || known.asOf().isAfter(before.asOf());
          if (isNew && !id.equals(self.value())) {
            news.put(id, known.after(before));
          }
        });
    return news;
  }

  /** It has heard this, and that all are one since then at least. */
  public Person hearing(Map<String, Known> news, Instant joinedSince) {
    Map<String, Known> all = new HashMap<>(others);
    all.putAll(news);
    return new Person(beside, joinedSince.isAfter(since) ? joinedSince : since, said, all);
  }

  /** Whether another id of theirs was told the very same. */
  public boolean wasTold(String messageId) {
    return others.values().stream()
        .flatMap(known -> known.told().stream())
        .anyMatch(one -> one.messageId().equals(messageId));
  }

  /**
   * The same as it stood before this id was let through with a message: of two that were let
   * through without knowing of each other the earlier goes, and only the other one gives way.
   *
   * @param own what is known under this id, with the message if it counts
   */
  public Person before(GuestId self, Guest own, String messageId) {
    Optional<Told> mine =
        own.told().stream().filter(one -> one.messageId().equals(messageId)).findFirst();
    if (others.isEmpty() || mine.isEmpty()) {
      return this;
    }
    Map<String, Known> earlier = new HashMap<>();
    others.forEach(
        (id, known) ->
            earlier.put(id, known.told(one -> isBefore(one, id, mine.get(), self.value()))));
    return new Person(beside, since, said, earlier);
  }

  private static boolean isBefore(Told one, String id, Told mine, String self) {
    int order = one.at().compareTo(mine.at());
    return order == 0 ? id.compareTo(self) < 0 : order < 0;
  }

  /**
   * How long after the hour this id is looked at, if something of several ids falls due at the same
   * one: they take turns, so that each knows what those before it were told.
   */
  public Duration turn(GuestId self) {
    long before = others.keySet().stream().filter(id -> id.compareTo(self.value()) < 0).count();
    return TURN.multipliedBy(before);
  }

  /**
   * The person, as the gate has to see it: what was said, what is open, how often they were told,
   * under whichever id. What the id itself knows of home and stays comes first.
   */
  public Guest asOne(Guest own) {
    if (others.isEmpty()) {
      return own;
    }
    List<Map<String, Given>> said = new ArrayList<>(List.of(own.consents()));
    Map<String, OpenCase> open = new HashMap<>();
    for (Known known : others.values()) {
      said.add(known.consents());
      open.putAll(known.openCases());
    }
    open.putAll(own.openCases());
    return new Guest(
        first(own.locale(), Known::locale),
        first(own.zone(), Known::zone),
        Consents.of(said, since),
        open,
        closed(own),
        told(own),
        first(own.lastProperty(), Known::lastProperty),
        first(own.tier(), Known::tier),
        own.bookings());
  }

  private List<ClosedCase> closed(Guest own) {
    return both(own.closedCases(), Known::closedCases)
        .sorted(Comparator.comparing(ClosedCase::at))
        .toList();
  }

  private List<Told> told(Guest own) {
    Map<String, Told> once = new LinkedHashMap<>();
    both(own.told(), Known::told)
        .sorted(Comparator.comparing(Told::at))
        .forEach(one -> once.putIfAbsent(one.messageId(), one));
    return List.copyOf(once.values());
  }

  private <T> Stream<T> both(List<T> own, Function<Known, List<T>> of) {
    return Stream.concat(
        own.stream(), others.values().stream().flatMap(known -> of.apply(known).stream()));
  }

  private <T> @Nullable T first(@Nullable T own, Function<Known, @Nullable T> of) {
    return own != null
        ? own
        : others.entrySet().stream()
            .sorted(Map.Entry.comparingByKey()) // whichever, but always the same
            .map(other -> of.apply(other.getValue()))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
  }
}
