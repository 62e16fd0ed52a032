package io.amends.orchestrator.domain;

import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.budget.Budget;
import io.amends.orchestrator.domain.RecoveryCommand.ApproveRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.GrantRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.LinkPrevention;
import io.amends.orchestrator.domain.RecoveryCommand.RefuseRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.TakeBackRemedy;
import io.amends.orchestrator.domain.RecoveryCommand.Wish;
import java.util.Currency;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The clerk who wanted to do more, and all that can come of it. */
final class ClerkStory {

  private ClerkStory() {}

  static Evening tell() {
    Evening evening =
        Evening.at(Hotels.NEW_YORK, "G-734")
            .reported("DIRTY_ROOM", "2027-01-14T08:58", "2027-01-16T11:00");
    evening.acknowledges("2027-01-14T09:02", Role.FRONT_LINE);
    evening.apologises("2027-01-14T09:10", Role.DUTY_MANAGER);
    gives(evening, "2027-01-14T10:02", "ana", Role.FRONT_LINE, 22_500, null);
    evening.asksAs(
        "2027-01-14T10:21",
        "tom",
        Role.DUTY_MANAGER,
        asked -> new ApproveRemedy(asked, 1, "It took too long"));
    gives(evening, "2027-01-14T10:30", "ana", Role.FRONT_LINE, 9_000, "Third night in a row");
    evening.asksAs(
        "2027-01-14T10:35", "ana", Role.SUPERVISOR, asked -> new ApproveRemedy(asked, 2, null));
    evening.asksAs(
        "2027-01-14T10:40",
        "tom",
        Role.DUTY_MANAGER,
        asked -> new RefuseRemedy(asked, 2, "A better room is enough"));
    evening.months().put("DUTY_MANAGER/NYC-MIDTOWN/2027-01", full());
    gives(evening, "2027-01-14T10:45", "tom", Role.DUTY_MANAGER, 60_000, "A lost wedding ring");
    gives(evening, "2027-01-14T10:50", "tom", Role.DUTY_MANAGER, 900_000, "A lawsuit");
    evening.asksAs(
        "2027-01-14T10:55", "eva", Role.HEAD_OFFICE, asked -> new ApproveRemedy(asked, 4, null));
    evening.asksAs(
        "2027-01-14T11:00",
        "tom",
        Role.DUTY_MANAGER,
        asked -> new TakeBackRemedy(asked, 1, "Paid twice"));
    evening.asks(
        "2027-01-14T11:05",
        Role.DUTY_MANAGER,
        asked -> new LinkPrevention(asked, "NYC-MIDTOWN:1711:DIRTY_ROOM"));
    return evening;
  }

  private static Budget full() {
    return new Budget(Map.of(), Nights.of("39.5"));
  }

  private static void gives(
      Evening evening, String at, String who, Role as, long cents, @Nullable String reason) {
    Money money = new Money(cents, Currency.getInstance("USD"));
    evening.asksAs(
        at,
        who,
        as,
        asked ->
            new GrantRemedy(asked, new Wish(RemedyType.REFUND, money, null, null, false, reason)));
  }
}
