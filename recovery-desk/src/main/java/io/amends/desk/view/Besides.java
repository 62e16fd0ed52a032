package io.amends.desk.view;

import io.amends.contracts.CaseRef;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.ClockState.Result;
import io.amends.contracts.recovery.Grant;
import io.amends.contracts.recovery.Remedy;
import io.amends.contracts.recovery.SameMatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a snapshot says of a case beside its course: pauses, gifts in hand, the same matter. */
final class Besides {

  private Besides() {}

  static Sheet.Beside of(CaseSnapshot now) {
    var style = now.style();
    SameMatter same = Objects.requireNonNullElse(now.same(), SameMatter.NONE);
    return new Sheet.Beside(
        now.now().cycle(),
        style == null ? null : style.name(),
        now.policy().pauses().keySet().stream().sorted().toList(),
        now.pauses().stream()
            .map(pause -> new Sheet.Paused(pause.reason(), pause.until()))
            .toList(),
        same.suggested().stream()
            .map(alike -> ref(alike.other()))
            .filter(other -> same.joined().stream().noneMatch(in -> is(in.told(), other)))
            .toList(),
        Stream.ofNullable(same.mergedInto()).map(Besides::ref).findFirst().orElse(null),
        Boolean.TRUE.equals(now.policy().giving().partAtOnce()));
  }

  static List<Sheet.Given> given(CaseSnapshot now) {
    return now.remedies().stream()
        .filter(remedy -> remedy.standing() == Remedy.Standing.GIVEN)
        .map(remedy -> given(remedy, now))
        .toList();
  }

  /** The promise that it reaches the guest has the number of the remedy. */
  private static Sheet.Given given(Remedy remedy, CaseSnapshot now) {
    Grant grant = remedy.grant();
    return new Sheet.Given(
        remedy.number(),
        grant.type().name(),
        grant.money(),
        grant.points(),
        now.promises().stream()
            .anyMatch(
                promise ->
                    promise.clock() == Clock.REMEDY_REACHES_GUEST
                        && promise.number() == remedy.number()
                        && (promise.runs() || promise.result() == Result.BREACHED)));
  }

  private static boolean is(CaseRef one, Sheet.Ref other) {
    return one.caseId().value().equals(other.caseId());
  }

  private static Sheet.Ref ref(CaseRef other) {
    return new Sheet.Ref(other.guestId().value(), other.caseId().value());
  }
}
