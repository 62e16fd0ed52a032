package io.amends.intake.stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.intake.domain.HeardAgain;
import io.amends.kit.deadlines.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What may be an answer to a case, on its way to where the case's guest is known. Internal to
 * intake.
 *
 * @param otherwise the complaint that it is if it answers none that is open
 * @param stayWanted whether the directory is asked about the stay of a known guest, too
 * @param next other cases that it may be about
 */
@JsonTypeName("amends.intake.answer.v1")
record Answer(Lookup otherwise, boolean stayWanted, List<String> next) {

  Answer {
    next = List.copyOf(next);
  }

  /**
   * To where the first of some cases is known.
   *
   * @param cases at least one
   */
  static Outgoing to(
      List<String> cases, Lookup otherwise, boolean stayWanted, String eventKey, Origin origin) {
    Answer answer = new Answer(otherwise, stayWanted, cases.subList(1, cases.size()));
    return Outgoing.event(
        Sink.TRACKING,
        cases.getFirst(),
        answer,
        origin,
        eventKey,
        Objects.requireNonNullElse(otherwise.at(), Instant.EPOCH));
  }

  /**
   * What becomes of it.
   *
   * @param view of the case that it was sent to; null: there is none
   */
  List<Outgoing> at(@Nullable CaseView view, String eventKey, Origin origin) {
    ComplaintAccepted complaint = otherwise.complaint();
    if (view != null
        && complaint != null
        && !view.closed()
        && view.propertyId().equals(complaint.place().propertyId())) {
      InteractionRecorded moment = HeardAgain.contact(view.guestId(), view.caseId(), complaint);
      return Publication.of(otherwise.heardAgain(moment), eventKey, origin);
    }
    return next.isEmpty()
        ? Admissions.onward(otherwise, stayWanted, eventKey, origin)
        : List.of(to(next, otherwise, stayWanted, eventKey, origin));
  }
}
