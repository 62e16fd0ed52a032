package io.amends.intake.stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.GuestId;
import io.amends.intake.domain.WhoIsIt;
import io.amends.kit.deadlines.Origin;
import java.time.Instant;

/**
 * That two ids should be one person: asked first under the id that is, whether it was joined to
 * another itself, then under the id that was, which is joined once. Internal to intake.
 *
 * @param source who says so
 * @param checked whether the id that is has been looked at
 * @param moves how many ids the id that is was joined to on the way
 */
@JsonTypeName("amends.intake.link-asked.v1")
record LinkAsked(GuestId from, GuestId to, String source, Instant at, boolean checked, int moves) {

  /** Ours: nobody has more ids. */
  private static final int MOST_MOVES = 8;

  static LinkAsked first(GuestId from, GuestId to, String source, Instant at) {
    return new LinkAsked(from, to, source, at, false, 0);
  }

  /** The same to the id to which that one was joined. */
  LinkAsked to(GuestId other) {
    return new LinkAsked(from, other, source, at, false, moves + 1);
  }

  /** The same, the other id looked at. */
  LinkAsked afterTheCheck() {
    return new LinkAsked(from, to, source, at, true, moves);
  }

  /** Nothing is joined to itself, nor round and round. */
  boolean isMoot() {
    return from.equals(to) || moves > MOST_MOVES;
  }

  Outgoing outgoing(Origin origin, String eventId) {
    return Outgoing.event(
        Sink.LOOKUPS,
        WhoIsIt.guestKey(checked ? from : to),
        this,
        origin,
        "%s/link/%s/%s/%s".formatted(eventId, from, to, checked ? "join" : "ask"),
        at);
  }
}
