package io.amends.desk.live;

import io.amends.desk.live.Changes.Told;
import io.amends.desk.people.ForStaff;
import io.amends.desk.people.Reader;
import io.amends.desk.view.AsOf;
import io.amends.desk.view.Change.Seen;
import io.amends.kit.clock.HotelClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

/**
 * What a page hears as it happens. It names cases and says nothing of them: the page asks again for
 * what it shows. After a reconnect the first notice says how far the view is, and the page asks for
 * everything once.
 */
@RestController
@ForStaff
class LiveController {

  private final Changes changes;
  private final Supplier<AsOf> asOf;
  private final HotelClock clock;

  LiveController(Changes changes, Supplier<AsOf> asOf, HotelClock clock) {
    this.changes = changes;
    this.asOf = asOf;
    this.clock = clock;
  }

  /**
   * What is told.
   *
   * @param number of the change, 0 if there is none: a gap means that something was missed
   * @param asOf hotel time up to which the view has read everything, epoch milliseconds
   * @param now hotel time
   * @param behindSeconds real seconds since the view had read everything
   * @param cases that look different now, of those that the reader may see
   */
  record Notice(long number, long asOf, long now, long behindSeconds, List<String> cases) {}

  @GetMapping(path = "/api/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<ServerSentEvent<Notice>> live(Reader reader) {
    return changes
        .all()
        .mapNotNull(told -> notice(told, reader))
        .startWith(notice(0, List.of(), asOf.get()))
        .map(notice -> ServerSentEvent.builder(notice).build());
  }

  /** A change that is none of the reader's business still has its number, so no gap is seen. */
  private Notice notice(Told told, Reader reader) {
    List<String> cases =
        told.change().cases().stream()
            .filter(seen -> mayHear(reader, seen))
            .map(Seen::caseId)
            .distinct()
            .toList();
    return notice(told.change().number(), cases, told.asOf());
  }

  private Notice notice(long number, List<String> cases, AsOf read) {
    Instant real = clock.real();
    return new Notice(
        number,
        read.hotel().toEpochMilli(),
        clock.at(real).toEpochMilli(),
        Duration.between(read.real(), real).toSeconds(),
        cases);
  }

  private static boolean mayHear(Reader reader, Seen seen) {
    return reader.worksWithGuests()
        && reader.holdsFor(seen.property())
        && (!seen.sensitive() || reader.seesSensitive());
  }
}
