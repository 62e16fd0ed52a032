package io.amends.scorer.stream;

import io.amends.contracts.EventType;
import io.amends.contracts.GuestId;
import io.amends.contracts.retention.GuestDefected;
import io.amends.contracts.retention.RiskAlert;
import io.amends.contracts.retention.RiskScored;
import io.amends.contracts.retention.StayAlert;
import io.amends.contracts.retention.StayAlert.Occasion;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.scorer.domain.score.RiskScore;
import io.amends.scorer.domain.watch.GuestWatch.Watched;
import io.amends.scorer.domain.watch.LastFailure;
import io.amends.scorer.domain.watch.Memory;
import io.amends.scorer.domain.watch.StayNotice;
import io.amends.scorer.domain.watch.Telling;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Scores and alerts as the log carries them. */
final class RiskWire {

  static final String SOURCE = "amends/retention-scorer";

  Record<byte[], byte[]> score(GuestId guest, Telling telling, Origin origin) {
    RiskScored body = PublishedScore.of(guest, telling.score(), telling.now(), telling.openCases());
    return record(guest, body, origin, "score", telling.score());
  }

  /** All alerts that follow from one look at a guest. */
  List<Record<byte[], byte[]>> alerts(GuestId guest, Watched watched, Origin origin) {
    Memory memory = watched.after().memory();
    List<Record<byte[], byte[]>> alerts = new ArrayList<>();
    watched
        .telling()
        .filter(Telling::alert)
        .ifPresent(telling -> alerts.add(crossed(guest, telling, memory.lastFailure(), origin)));
    watched
        .telling()
        .filter(Telling::defected)
        .ifPresent(telling -> alerts.add(defected(guest, telling, memory, origin)));
    watched.notice().ifPresent(notice -> alerts.add(withinReach(guest, notice, origin)));
    return alerts;
  }

  private static Record<byte[], byte[]> crossed(
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
            failure == null ? null : failure.type(),
            score.reasons().stream().map(PublishedScore::reason).toList(),
            score.atRisk());
    return record(guest, body, origin, "alert", score);
  }

  private static Record<byte[], byte[]> defected(
      GuestId guest, Telling telling, Memory memory, Origin origin) {
    RiskScore score = telling.score();
    LastFailure failure = memory.lastFailure();
    GuestDefected body =
        new GuestDefected(
            guest,
            score.asOf(),
            score.model(),
            score.gone(),
            score.noStay(),
            memory.lastYear().seen(),
            score.reasons().stream().map(PublishedScore::reason).toList(),
            score.atRisk(),
            origin.causationId(),
            failure == null ? null : failure.propertyId(),
            failure == null ? null : failure.caseId(),
            failure == null ? null : failure.type());
    return record(guest, body, origin, "defected", score);
  }

  private static Record<byte[], byte[]> withinReach(
      GuestId guest, StayNotice notice, Origin origin) {
    RiskScore score = notice.score();
    LastFailure failure = notice.failure();
    StayAlert body =
        new StayAlert(
            guest,
            score.asOf(),
            notice.occasion(),
            PublishedScore.band(notice.standing()),
            score.noStay(),
            score.expected(),
            origin.causationId(),
            failure.propertyId(),
            failure.caseId(),
            failure.type(),
            failure.at(),
            notice.occasion() == Occasion.DEPARTURE ? failure.leavesAt() : null);
    return record(guest, body, origin, "stay", score);
  }

  /** A repeat after an aborted transaction has the same id: same cause, same hour, same guest. */
  private static Record<byte[], byte[]> record(
      GuestId guest, Object body, Origin origin, String kind, RiskScore score) {
    EventHeaders headers =
        EventHeaders.following(
            origin,
            guest.value() + '/' + kind + '/' + score.asOf().toEpochMilli(),
            SOURCE,
            EventType.of(body.getClass()),
            score.asOf());
    return new Record<>(Keys.bytes(guest.value()), Json.bytes(body), 0, headers.write());
  }
}
