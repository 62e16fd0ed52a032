package io.amends.orchestrator.stream;

import io.amends.contracts.Actor;
import io.amends.contracts.Role;
import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.orchestrator.domain.Asked;
import io.amends.orchestrator.domain.RecoveryCommand.BudgetAnswered;
import io.amends.orchestrator.domain.money.BudgetMessage;
import io.amends.orchestrator.domain.money.BudgetReply;
import java.time.Instant;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Record;

/** What a case and a month's budget say to each other, as records. */
final class BudgetWire {

  static final String ASKED = "amends.recovery.budget-message.v1";
  static final String ANSWERED = "amends.recovery.budget-reply.v1";

  private static final String SOURCE = "amends/recovery-orchestrator";

  private BudgetWire() {}

  /** To the budget, under its key. */
  static Record<byte[], byte[]> asked(BudgetMessage message, Origin origin, Instant at) {
    String id = message.reservation() + "/" + message.kind();
    return record(message.budget(), message, id, ASKED, origin, at);
  }

  /**
   * What is asked of a budget.
   *
   * @throws IllegalArgumentException if the record is none of these
   */
  static BudgetMessage message(Record<byte[], byte[]> record, EventHeaders headers) {
    if (!headers.type().equals(ASKED)) {
      throw new IllegalArgumentException(
          "ce_type: %s (expected: %s)".formatted(headers.type(), ASKED));
    }
    return Json.read(record.value(), BudgetMessage.class);
  }

  /** To the case, under its guest. */
  static Record<byte[], byte[]> answered(BudgetReply reply, Origin origin, Instant at) {
    String id = reply.reservation() + "/reply";
    return record(reply.of().guestId().value(), reply, id, ANSWERED, origin, at);
  }

  static BudgetAnswered command(Record<byte[], byte[]> record, Instant at) {
    BudgetReply reply = Json.read(record.value(), BudgetReply.class);
    Asked asked = new Asked(reply.of(), null, Actor.system("budget"), Role.SYSTEM, Set.of("*"), at);
    return new BudgetAnswered(
        asked, reply.remedy(), reply.reservation(), reply.granted(), reply.left());
  }

  private static Record<byte[], byte[]> record(
      String key, Object body, String id, String type, Origin origin, Instant at) {
    EventHeaders headers = EventHeaders.following(origin, id, SOURCE, type, at);
    return new Record<>(Keys.bytes(key), Json.bytes(body), 0, headers.write());
  }
}
