package io.amends.orchestrator.stream;

import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.events.Keys;
import io.amends.orchestrator.domain.Deadline;
import java.time.Instant;

/** A case's deadline in the index: {@code guest/case|kind|detail}. */
final class DeadlineFormat implements DurableDeadlines.Format<Deadline> {

  @Override
  public Instant dueAt(Deadline deadline) {
    return deadline.dueAt();
  }

  @Override
  public byte[] name(Deadline deadline) {
    return Keys.bytes(CaseKeys.of(deadline.of()) + '|' + deadline.kind() + '|' + deadline.detail());
  }

  @Override
  public Deadline read(Instant dueAt, byte[] name) {
    String[] parts = Keys.text(name).split("\\|", -1);
    return new Deadline(CaseKeys.read(parts[0]), Deadline.Kind.valueOf(parts[1]), parts[2], dueAt);
  }
}
