package io.amends.notification.domain;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.POLICY;
import static io.amends.notification.domain.Evening.SINGAPORE;
import static io.amends.notification.domain.Evening.draft;
import static io.amends.notification.domain.Evening.willing;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.GuestId;
import io.amends.contracts.notification.Message;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.policy.Offers;
import io.amends.contracts.reference.PropertyReference.Mode;
import io.amends.notification.domain.Gate.Reason;
import io.amends.notification.domain.Gate.Verdict;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ControlGroupTest {

  private static final int GUESTS = 20_000;

  private static GuestId guest(int number) {
    return new GuestId("G-" + number);
  }

  private static boolean isIn(int number, Purpose purpose, String share) {
    return ControlGroup.has(
        guest(number),
        purpose,
        new Offers.ControlGroup(
            new BigDecimal(share), List.of("RETENTION_OFFER", "APOLOGY_OFFER")));
  }

  private static long members(String share) {
    return IntStream.range(0, GUESTS)
        .filter(number -> isIn(number, Purpose.RETENTION_OFFER, share))
        .count();
  }

  @Test
  void holds_the_share_that_the_policy_names() {
    assertThat(members("0")).isZero();
    assertThat(members("1")).isEqualTo(GUESTS);
    // four standard deviations of a fair draw are 170
    assertThat(members("0.10")).isBetween(2_000L - 170, 2_000L + 170);
  }

  @Test
  void keeps_its_members_when_it_grows() {
    assertThat(IntStream.range(0, GUESTS).filter(n -> isIn(n, Purpose.RETENTION_OFFER, "0.05")))
        .allMatch(number -> isIn(number, Purpose.RETENTION_OFFER, "0.10"));
  }

  @Test
  void of_one_programme_says_nothing_about_another() {
    long both =
        IntStream.range(0, GUESTS)
            .filter(
                n ->
                    isIn(n, Purpose.RETENTION_OFFER, "0.10")
                        && isIn(n, Purpose.APOLOGY_OFFER, "0.10"))
            .count();
    assertThat(both).as("a hundredth of all, four standard deviations").isBetween(144L, 256L);
  }

  private static Verdict ask(Purpose purpose, int number) {
    Draft bare = draft(purpose, null);
    Message message = bare.message();
    Message theirs =
        new Message(
            message.messageId(),
            guest(number),
            null,
            message.propertyId(),
            purpose,
            message.step(),
            message.via(),
            message.staffId(),
            message.causedBy(),
            message.validUntil());
    Draft draft =
        new Draft(theirs, bare.template(), bare.parameters(), "en", bare.zone(), List.of());
    return Gate.decide(draft, willing(), Mode.LIVE, SINGAPORE, AFTERNOON, POLICY);
  }

  @Test
  void is_shown_no_offer_and_the_ledger_says_why() {
    assertThat(IntStream.range(0, 1_000).mapToObj(n -> ask(Purpose.RETENTION_OFFER, n)))
        .contains(new Verdict.Suppress(Reason.CONTROL_GROUP), new Verdict.Send())
        .hasSize(1_000);
  }

  @ParameterizedTest
  @EnumSource(names = {"SERVICE", "SURVEY", "APOLOGY_OFFER"})
  void is_never_kept_from_what_makes_good(Purpose purpose) {
    assertThat(IntStream.range(0, 1_000).mapToObj(n -> ask(purpose, n)))
        .containsOnly(new Verdict.Send());
  }
}
