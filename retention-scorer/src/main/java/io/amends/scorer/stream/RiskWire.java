package io.amends.scorer.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.retention.RiskAlert;
import io.amends.contracts.retention.RiskScored;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.scorer.domain.score.RiskScore;
import io.amends.scorer.domain.watch.LastFailure;
import io.amends.scorer.domain.watch.Telling;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Scores and alerts as the log carries them. */
final class RiskWire {

  private static final String SOURCE = "amends/retention-scorer";

  Record<byte[], byte[]> score(GuestId guest, Telling telling, Origin origin) {
    RiskScored body = PublishedScore.of(guest, telling.score(), telling.now());
    return record(guest, body, origin, "score", telling.score());
  }

  Record<byte[], byte[]> alert(
      GuestId guest, Telling telling, @Nullable LastFailure failure, Origin origin) {
    RiskScore score = telling.score();
    RiskAlert body =
        new RiskAlert(
            guest,
            score.asOf(),
            PublishedScore.band(telling.before()),
            PublishedScore.band(telling.now()),
            score.noStay(),
            score.expected(),
            origin.causationId(),
            failure == null ? null : failure.propertyId(),
            failure == null ? null : failure.caseId(),
            failure == null ? null : failure.type());
    return record(guest, body, origin, "alert", score);
  }

  /** A repeat after an aborted transaction has the same id: same cause, same hour, same guest. */
  private static Record<byte[], byte[]> record(
      GuestId guest, Object body, Origin origin, String kind, RiskScore score) {
    EventHeaders headers =
        EventHeaders.following(
            origin,
            "%s/%s/%d".formatted(guest.value(), kind, score.asOf().toEpochMilli()),
            SOURCE,
            EventType.of(body.getClass()),
            score.asOf());
    return new Record<>(Keys.bytes(guest.value()), Json.bytes(body), 0, headers.write());
  }
}
