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
            .filter(each -> same.joined().stream().noneMatch(in -> is(in.told(), each.other())))
            .map(Besides::alike)
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

  private static boolean is(CaseRef one, CaseRef other) {
    return one.caseId().equals(other.caseId());
  }

  private static Sheet.Alike alike(SameMatter.Suggested each) {
    return new Sheet.Alike(
        each.other().guestId().value(),
        each.other().caseId().value(),
        each.alike().stream().map(Enum::name).toList());
  }

  private static Sheet.Ref ref(CaseRef other) {
    return new Sheet.Ref(other.guestId().value(), other.caseId().value());
  }
}
