package io.amends.intake.stream;

import io.amends.contracts.GuestId;
import io.amends.contracts.intake.GuestsLinked;
import io.amends.intake.domain.WhoIsIt;
import io.amends.intake.stream.DirectoryProcessor.Change;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Keys;
import io.amends.kit.streams.ExpiringKeys;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which ids were joined to which: each once, to one, and never round in a circle. */
final class Links {

  private static final byte FORMAT = 1;

  private final ExpiringKeys directory;
  private final HotelClock clock;

  Links(ExpiringKeys directory, HotelClock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  /** To which id this one was joined; null: to none. */
  @Nullable GuestId movedTo(GuestId guest) {
    byte @Nullable [] row = directory.get(Keys.bytes(WhoIsIt.guestKey(guest)));
    if (row == null) {
      return null;
    }
    if (row[0] != FORMAT) {
      throw new IllegalStateException("format: %d (expected: %d)".formatted(row[0], FORMAT));
    }
    return new GuestId(Keys.text(row).substring(1));
  }

  /** Looks at the id that is, then joins the id that was to it, unless it was joined before. */
  Change ask(LinkAsked link, EventHeaders event) {
    if (link.isMoot()) {
      return Change.of(List.of());
    }
    Origin origin = event.asOrigin();
    if (!link.checked()) {
      GuestId further = movedTo(link.to());
      LinkAsked next = further == null ? link.afterTheCheck() : link.to(further);
      return Change.of(next.isMoot() ? List.of() : List.of(next.outgoing(origin, event.id())));
    }
    return movedTo(link.from()) == null ? join(link, origin) : Change.of(List.of());
  }

  private Change join(LinkAsked link, Origin origin) {
    GuestsLinked linked = new GuestsLinked(link.from(), link.to(), link.source(), link.at());
    List<Outgoing> told =
        Stream.of(link.from(), link.to())
            .map(
                under ->
                    Outgoing.event(
                        Sink.GUEST_LINKS,
                        under.value(),
                        linked,
                        origin,
                        "link/%s/%s/%s".formatted(link.from(), link.to(), under),
                        link.at()))
            .toList();
    return new Change(
        () ->
            directory.put(
                Keys.bytes(WhoIsIt.guestKey(link.from())),
                clock.instant().toEpochMilli(),
                Keys.bytes((char) FORMAT + link.to().value())),
        told);
  }
}
