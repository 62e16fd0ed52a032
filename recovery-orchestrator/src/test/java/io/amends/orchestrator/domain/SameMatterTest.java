package io.amends.orchestrator.domain;

import static io.amends.orchestrator.domain.Hotels.KATHMANDU;
import static io.amends.orchestrator.domain.Hotels.SINGAPORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.CaseId;
import io.amends.contracts.CaseRef;
import io.amends.contracts.Channel;
import io.amends.contracts.GuestId;
import io.amends.contracts.Origin;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.Clock;
import io.amends.contracts.recovery.ComplaintStyle;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.recovery.DoubleDeviation;
import io.amends.contracts.recovery.JoinedReport;
import io.amends.contracts.recovery.RecoveryEvent.CaseReopened;
import io.amends.contracts.recovery.SameMatter.Likeness;
import io.amends.contracts.recovery.SameMatter.Suggested;
import io.amends.orchestrator.domain.Decision.Code;
import io.amends.orchestrator.domain.Decision.Done;
import io.amends.orchestrator.domain.Decision.Moot;
import io.amends.orchestrator.domain.Decision.Refused;
import io.amends.orchestrator.domain.Decision.Why;
import io.amends.orchestrator.domain.RecoveryCommand.AcknowledgeComplaint;
import io.amends.orchestrator.domain.RecoveryCommand.JoinReport;
import io.amends.orchestrator.domain.RecoveryCommand.MergeInto;
import io.amends.orchestrator.domain.RecoveryCommand.PauseClocks;
import io.amends.orchestrator.domain.RecoveryCommand.SuggestDuplicate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** One matter is one case, however often and by whomever it is told. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SameMatterTest {

  private static final CaseRef OTHER = new CaseRef(new GuestId("A-1"), new CaseId("c-post"));

  @Nested
  class Told_once_more {

    final Evening evening =
        Evening.at(SINGAPORE, "G-204")
            .reported("ROOM_CLIMATE", "2027-02-20T18:05", "2027-02-22T11:00");

    @Test
    void is_kept_beside_the_first_and_begins_nothing_anew() {
      String due = evening.due(Clock.ACKNOWLEDGE);
      assertThat(joins("2027-02-20T18:12", "2027-02-20T18:12", Channel.EMAIL))
          .isInstanceOf(Done.class);
      assertThat(evening.due(Clock.ACKNOWLEDGE)).isEqualTo(due).isEqualTo("18:15");
      assertThat(open().same().joined()).hasSize(1);
      assertThat(open().facts().channel()).isEqualTo(Channel.FRONT_DESK);
    }

    @Test
    void and_again_by_the_same_complaint_is_nothing() {
      joins("2027-02-20T18:22", "2027-02-20T18:22", Channel.EMAIL);
      assertThat(joins("2027-02-20T18:30", "2027-02-20T18:22", Channel.EMAIL))
          .isEqualTo(new Moot(Why.ALREADY_DONE));
    }

    @Test
    void the_earliest_detection_wins() {
      joins("2027-02-20T18:08", "2027-02-20T18:01", Channel.EMAIL);
      assertThat(evening.due(Clock.ACKNOWLEDGE)).isEqualTo("18:11");
      assertThat(evening.due(Clock.FIX)).isEqualTo("20:01");
      evening.until("2027-02-20T18:12");
      assertThat(evening.broken()).containsExactly("18:11 ACKNOWLEDGE");
    }

    @Test
    void a_guest_who_was_waited_for_and_writes_is_not_waited_for_any_more() {
      evening.acknowledges("2027-02-20T18:06", Role.FRONT_LINE);
      evening.asks(
          "2027-02-20T18:10", Role.FRONT_LINE, a -> new PauseClocks(a, "WAITING_FOR_GUEST"));
      assertThat(evening.due(Clock.FIX)).isEqualTo("paused");
      joins("2027-02-20T18:40", "2027-02-20T18:40", Channel.EMAIL);
      assertThat(evening.due(Clock.FIX)).isEqualTo("20:35");
    }

    @Test
    void after_the_fix_it_has_failed_again_and_begins_anew_one_level_higher() {
      evening.acknowledges("2027-02-20T18:06", Role.FRONT_LINE);
      evening.apologises("2027-02-20T18:20", Role.FRONT_LINE);
      evening.fixed("2027-02-20T18:30", Role.FRONT_LINE);
      joins("2027-02-20T23:00", "2027-02-20T23:00", Channel.PHONE);
      assertThat(evening.all(CaseReopened.class))
          .singleElement()
          .satisfies(
              again -> {
                assertThat(again.now().cycle()).isEqualTo(2);
                assertThat(again.now().doubleDeviations())
                    .containsExactly(DoubleDeviation.SAME_FAILURE_AGAIN);
                assertThat(again.tiers().getFirst().tier()).isEqualTo(CostTier.NEXT_DAY);
                assertThat(again.apologyBy()).isEqualTo(Role.GENERAL_MANAGER);
              });
    }

    private Decision joins(String at, String detected, Channel channel) {
      JoinedReport report =
          new JoinedReport(
              OTHER, "mail", channel, Origin.GUEST, evening.instant(detected), "t-1", false);
      return evening.asks(at, Role.SYSTEM, asked -> new JoinReport(asked, report, true));
    }

    private Course.Open open() {
      return (Course.Open) evening.state().course();
    }
  }

  @Nested
  class Bitten_and_then_in_public {

    final Evening first =
        Evening.at(KATHMANDU, "G-077").reported("PESTS", "2027-05-15T23:50", "2027-05-17T11:00");

    @Test
    void the_first_public_answer_is_due_and_without_one_it_is_critical() {
      first.until("2027-05-16T09:40");
      assertThat(style()).isEqualTo(ComplaintStyle.VOICER);
      joinsThePost();
      assertThat(style()).isEqualTo(ComplaintStyle.ACTIVIST);
      assertThat(first.due(Clock.FIRST_PUBLIC_ANSWER)).isEqualTo("+1 21:34");
      assertThat(((Course.Open) first.state().course()).now().since())
          .isEqualTo(first.instant("2027-05-15T23:50"));
      first.until("2027-05-16T11:33");
      assertThat(severity()).isEqualTo(Severity.MAJOR);
      first.until("2027-05-16T11:35");
      assertThat(severity()).isEqualTo(Severity.CRITICAL);
    }

    private void joinsThePost() {
      JoinedReport post =
          new JoinedReport(
              OTHER,
              "social",
              Channel.SOCIAL_MEDIA,
              Origin.GUEST,
              first.instant("2027-05-16T09:34"),
              "t-2",
              true);
      first.asks("2027-05-16T09:40", Role.SYSTEM, asked -> new JoinReport(asked, post, false));
    }

    private ComplaintStyle style() {
      return java.util.Objects.requireNonNull(Snapshots.of(first.state()).style());
    }

    private Severity severity() {
      return ((Course.Open) first.state().course()).now().severity();
    }
  }

  @Nested
  class A_person_decides {

    final CaseRef earlier = new CaseRef(new GuestId("G-077"), new CaseId("c-G-077"));
    final Evening post =
        Evening.at(KATHMANDU, "A-1").reported("PESTS", "2027-05-16T09:34", "2027-05-17T11:00");

    @Test
    void of_what_nobody_suggested_there_is_nothing_to_decide() {
      assertThat(merges(Role.DUTY_MANAGER))
          .isEqualTo(new Refused(List.of(new Code.NotSuggested(earlier)), Set.of()));
    }

    @Test
    void and_the_second_number_leads_to_the_first() {
      suggested();
      assertThat(merges(Role.DUTY_MANAGER)).isInstanceOf(Done.class);
      assertThat(post.state().course())
          .isInstanceOfSatisfying(
              Course.Merged.class, merged -> assertThat(merged.into()).isEqualTo(earlier));
      assertThat(post.asks("2027-05-16T09:50", Role.DUTY_MANAGER, AcknowledgeComplaint::new))
          .isEqualTo(new Refused(List.of(new Code.MergedInto(earlier)), Set.of()));
      assertThat(post.state().deadlines())
          .extracting(Deadline::kind)
          .containsExactly(Deadline.Kind.FORGET);
    }

    @Test
    void a_number_that_only_leads_answers_everybody_the_same_and_keeps_nothing() {
      RecoveryCase sign = RecoveryCase.partOf(OTHER, earlier, post.instant("2027-05-16T09:34"));
      RecoveryRules.Answer answer =
          new RecoveryRules()
              .answer(
                  sign, new AcknowledgeComplaint(post.asked("2027-05-16T09:50", Role.FRONT_LINE)));
      assertThat(answer.decision())
          .isEqualTo(new Refused(List.of(new Code.MergedInto(earlier)), Set.of()));
      assertThat(answer.after()).isEqualTo(sign);
    }

    @Test
    void but_not_anybody() {
      suggested();
      assertThat(merges(Role.FRONT_LINE)).isInstanceOf(Refused.class);
    }

    private void suggested() {
      post.asks(
          "2027-05-16T09:35",
          Role.SYSTEM,
          a -> new SuggestDuplicate(a, new Suggested(earlier, Set.of(Likeness.ISSUE))));
    }

    private Decision merges(Role role) {
      return post.asks("2027-05-16T09:40", role, asked -> new MergeInto(asked, earlier));
    }
  }
}
