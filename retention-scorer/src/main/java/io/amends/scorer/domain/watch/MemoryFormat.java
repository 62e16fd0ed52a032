package io.amends.scorer.domain.watch;

import io.amends.contracts.CaseId;
import io.amends.contracts.FailureType;
import io.amends.contracts.PropertyId;
import io.amends.contracts.retention.GuestDefected.Seen;
import io.amends.contracts.retention.GuestDefected.What;
import io.amends.scorer.domain.packed.Packer;
import io.amends.scorer.domain.packed.Unpacker;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How what is remembered of a guest lies in the store; days of the year from one to the next. */
final class MemoryFormat {

  private static final int THERE = 1;
  private static final int PROPERTY = 2;
  private static final int CASE = 4;
  private static final int TYPE = 8;
  private static final int LEAVES = 16;
  private static final int SAID_AT_ARRIVAL = 32;
  private static final int SAID_AT_DEPARTURE = 64;

  private MemoryFormat() {}

  static void write(Memory memory, Packer out) {
    write(memory.lastFailure(), out);
    out.count(memory.cases().size());
    memory.cases().forEach(id -> out.text(id.value()));
    List<Seen> year = memory.lastYear().seen();
    out.count(year.size());
    long day = 0;
    for (Seen seen : year) {
      out.signed(seen.on().toEpochDay() - day).choice(seen.what());
      day = seen.on().toEpochDay();
    }
  }

  static Memory read(Unpacker in) {
    LastFailure failure = failure(in);
    List<CaseId> cases = new ArrayList<>();
    for (int left = in.count(); left > 0; left--) {
      cases.add(new CaseId(in.text()));
    }
    List<Seen> year = new ArrayList<>();
    long day = 0;
    for (int left = in.count(); left > 0; left--) {
      day += in.signed();
      year.add(new Seen(LocalDate.ofEpochDay(day), in.choice(What.values())));
    }
    return new Memory(failure, cases, new LastYear(year));
  }

  /** As format 1 had it: too long ago to be told of again. */
  static Memory first(Unpacker in) {
    if (in.octet() == 0) {
      return Memory.NONE;
    }
    FailureType type = in.choice(FailureType.values());
    PropertyId property = new PropertyId(in.text());
    CaseId id = new CaseId(in.text());
    LastFailure failure = LastFailure.of(property, id, type, Instant.EPOCH, null);
    return new Memory(failure, List.of(id), LastYear.NOTHING);
  }

  private static void write(@Nullable LastFailure failure, Packer out) {
    if (failure == null) {
      out.octet(0);
      return;
    }
    PropertyId property = failure.propertyId();
    CaseId id = failure.caseId();
    FailureType type = failure.type();
    Instant leavesAt = failure.leavesAt();
    out.octet(
        THERE
            | (property == null ? 0 : PROPERTY)
            | (id == null ? 0 : CASE)
            | (type == null ? 0 : TYPE)
            | (leavesAt == null ? 0 : LEAVES)
            | (failure.saidAtArrival() ? SAID_AT_ARRIVAL : 0)
            | (failure.saidAtDeparture() ? SAID_AT_DEPARTURE : 0));
    if (property != null) {
      out.text(property.value());
    }
    if (id != null) {
      out.text(id.value());
    }
    if (type != null) {
      out.choice(type);
    }
    out.moment(failure.at(), Instant.EPOCH);
    if (leavesAt != null) {
      out.moment(leavesAt, failure.at());
    }
  }

  private static @Nullable LastFailure failure(Unpacker in) {
    int what = in.octet();
    if (what == 0) {
      return null;
    }
    PropertyId property = (what & PROPERTY) == 0 ? null : new PropertyId(in.text());
    CaseId id = (what & CASE) == 0 ? null : new CaseId(in.text());
    FailureType type = (what & TYPE) == 0 ? null : in.choice(FailureType.values());
    Instant at = in.moment(Instant.EPOCH);
    Instant leavesAt = (what & LEAVES) == 0 ? null : in.moment(at);
    return new LastFailure(
        property,
        id,
        type,
        at,
        leavesAt,
        (what & SAID_AT_ARRIVAL) != 0,
        (what & SAID_AT_DEPARTURE) != 0);
  }
}
