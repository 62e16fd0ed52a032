package io.amends.orchestrator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Department;
import io.amends.contracts.Place;
import io.amends.contracts.RemedyType;
import io.amends.contracts.Role;
import io.amends.contracts.Severity;
import io.amends.contracts.recovery.Answered;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.RootCause;
import io.amends.kit.events.Json;
import io.amends.orchestrator.domain.Evening.Step;
import io.amends.orchestrator.domain.RecoveryCommand.AcceptHandOver;
import io.amends.orchestrator.domain.RecoveryCommand.ChangeStay;
import io.amends.orchestrator.domain.RecoveryCommand.CorrectDetection;
import io.amends.orchestrator.domain.RecoveryCommand.CorrectSeverity;
import io.amends.orchestrator.domain.RecoveryCommand.GuestLeaves;
import io.amends.orchestrator.domain.RecoveryCommand.HandOver;
import io.amends.orchestrator.domain.RecoveryCommand.MoveRoom;
import io.amends.orchestrator.domain.RecoveryCommand.PauseClocks;
import io.amends.orchestrator.domain.RecoveryCommand.ReachGuest;
import io.amends.orchestrator.domain.RecoveryCommand.ReopenCase;
import io.amends.orchestrator.domain.RecoveryCommand.ResumeClocks;
import io.amends.orchestrator.domain.RecoveryCommand.SwitchPolicy;
import io.amends.orchestrator.domain.RecoveryCommand.UpdateGuest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** From a snapshot and what came later, a case and all its deadlines come out equal. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RebuildTest {

  private static final int HISTORIES = 150;
  private static final RecoveryRules RULES = new RecoveryRules();
  private static final List<Place> HOTELS =
      List.of(Hotels.SINGAPORE, Hotels.SHANGHAI, Hotels.KATHMANDU, Hotels.NEW_YORK, Hotels.PARIS);
  private static final List<String> ISSUES =
      List.of("ROOM_CLIMATE", "WIFI", "PESTS", "NO_ROOM_WALKED", "DRUNK_GUEST", "WRONG_BILL");
  private static final List<Role> ROLES =
      List.of(Role.FRONT_LINE, Role.DUTY_MANAGER, Role.GENERAL_MANAGER);

  @AfterEach
  void nothing_between() {
    Evening.between = java.util.function.UnaryOperator.identity();
  }

  @Test
  void in_every_story_from_every_step() {
    Stories.all().forEach(RebuildTest::fromEveryStep);
  }

  @Test
  void over_random_histories_from_every_step() {
    IntStream.range(0, HISTORIES)
        .forEach(
            seed -> {
              try {
                fromEveryStep(history(seed));
              } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("seed " + seed, broken);
              }
            });
  }

  @Test
  void a_stop_at_every_step_of_every_story_changes_no_line_of_it() {
    List<List<RecoveryEvent>> straight = events(Stories.all());
    Evening.between = RebuildTest::putAwayAndTakenOut;
    assertThat(events(Stories.all())).isEqualTo(straight);
  }

  @Test
  void a_stop_at_every_step_of_a_random_history_changes_no_line_of_it() {
    for (int seed = 0; seed < HISTORIES; seed++) {
      Evening.between = java.util.function.UnaryOperator.identity();
      List<RecoveryEvent> straight = history(seed).all(RecoveryEvent.class);
      Evening.between = RebuildTest::putAwayAndTakenOut;
      assertThat(history(seed).all(RecoveryEvent.class)).as("seed %d", seed).isEqualTo(straight);
    }
  }

  /** What the release before wrote has none of the members that are new. */
  @Test
  void what_was_stored_before_is_read_with_the_same_deadlines() {
    for (Evening story : Stories.all()) {
      if (story.state().course() instanceof Course.Merged) {
        continue; // there was no such thing
      }
      CaseSnapshot now = Snapshots.of(story.state());
      ObjectNode old = Json.mapper().valueToTree(now);
      old.remove(List.of("same", "prevention", "style"));
      ((ObjectNode) old.path("policy")).remove(List.of("lowest", "playbooks"));
      old.path("policy").path("handling").forEach(h -> ((ObjectNode) h).remove("manner"));
      CaseSnapshot read = Json.mapper().treeToValue(old, CaseSnapshot.class);
      assertThat(Snapshots.read(read).deadlines()).isEqualTo(story.state().deadlines());
    }
  }

  private static void fromEveryStep(Evening evening) {
    List<RecoveryEvent> all = evening.all(RecoveryEvent.class);
    RecoveryCase end = evening.state();
    for (Step step : evening.steps()) {
      if (step.state().of() == null) {
        continue; // forgotten
      }
      RecoveryCase rebuilt = putAwayAndTakenOut(step.state());
      assertThat(bare(rebuilt)).isEqualTo(bare(step.state()));
      assertThat(written(rebuilt)).isEqualTo(written(step.state()));
      assertThat(rebuilt.deadlines()).isEqualTo(step.state().deadlines());
      for (RecoveryEvent later : all.subList(step.events(), all.size())) {
        rebuilt = RULES.evolve(rebuilt, later);
      }
      if (end.of() != null) {
        assertThat(rebuilt.deadlines()).isEqualTo(end.deadlines());
        assertThat(rebuilt.promises()).isEqualTo(end.promises());
        assertThat(rebuilt.course()).isEqualTo(end.course());
        assertThat(rebuilt.cost()).isEqualTo(end.cost());
      }
    }
  }

  /** Without the answers that were given: what they carry is words to us, be it of what type. */
  private static RecoveryCase bare(RecoveryCase c) {
    return new RecoveryCase(
        c.of(),
        c.version(),
        c.course(),
        c.care(),
        c.promises(),
        c.cost(),
        c.ladder(),
        c.remedies(),
        List.of());
  }

  private static JsonNode written(RecoveryCase c) {
    return Json.mapper().readTree(Json.bytes(c.lastCommands())); // a number is a number
  }

  private static RecoveryCase putAwayAndTakenOut(RecoveryCase state) {
    return state.of() == null
        ? state
        : Snapshots.read(Json.read(Json.bytes(Snapshots.of(state)), CaseSnapshot.class));
  }

  private static List<List<RecoveryEvent>> events(List<Evening> stories) {
    return stories.stream().map(story -> story.all(RecoveryEvent.class)).toList();
  }

  /** Somebody does something, some time passes, again and again. */
  private static Evening history(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Place hotel = pick(random, HOTELS);
    Evening evening = Evening.at(hotel, "G-" + seed);
    Instant at = Instant.parse("2027-03-27T18:00:00Z").plus(minutes(random, 24 * 60));
    evening.reported(pick(random, ISSUES), at.toString(), at.plus(Duration.ofHours(36)).toString());
    for (int i = 0; i < 25; i++) {
      at = at.plus(minutes(random, random.nextInt(4) == 0 ? 600 : 30));
      something(random, evening, at);
    }
    return evening;
  }

  private static void something(SplittableRandom random, Evening evening, Instant now) {
    String at = now.toString();
    Role role = pick(random, ROLES);
    Decision _ =
        switch (random.nextInt(20)) {
          case 0 -> evening.acknowledges(at, role);
          case 1 -> evening.apologises(at, role);
          case 2 -> evening.fixed(at, role);
          case 3 -> evening.asks(at, role, UpdateGuest::new);
          case 4 -> evening.gives(at, role, RemedyType.REFUND, 1_000);
          case 5 -> evening.givesPoints(at, role, 500);
          case 6 -> evening.asks(at, role, a -> new ReachGuest(a, 1));
          case 7 -> evening.asks(at, role, a -> new PauseClocks(a, "WAITING_FOR_GUEST"));
          case 8 -> evening.asks(at, role, a -> new ResumeClocks(a, "WAITING_FOR_GUEST"));
          case 9 -> evening.asks(at, role, a -> new PauseClocks(a, "GUEST_ASLEEP"));
          case 10 -> evening.asks(at, role, a -> new HandOver(a, Department.ENGINEERING));
          case 11 -> evening.asks(at, role, AcceptHandOver::new);
          case 12 -> evening.asks(at, Role.SYSTEM, a -> new MoveRoom(a, "1411"));
          case 13 ->
              evening.asks(
                  at, Role.SYSTEM, a -> new ChangeStay(a, now.plus(minutes(random, 2_000))));
          case 14 ->
              evening.asks(
                  at, role, a -> new CorrectSeverity(a, pick(random, severities()), "MISREAD"));
          case 15 ->
              evening.asks(
                  at,
                  role,
                  a -> new CorrectDetection(a, now.minus(minutes(random, 60)), "TOLD_LATER"));
          case 16 -> evening.asks(at, role, a -> new SwitchPolicy(a, "CHAIN/policy@2"));
          case 17 -> evening.answers(at, new Answered(random.nextInt(11), 4, 4, 4));
          case 18 ->
              evening.finds(
                  at,
                  role,
                  new RootCause(
                      RootCause.Gap.GAP3, RootCause.Cause.HUMAN, Department.HOUSEKEEPING));
          default ->
              random.nextBoolean()
                  ? evening.closes(at, role)
                  : random.nextBoolean()
                      ? evening.asks(at, role, ReopenCase::new)
                      : evening.asks(at, Role.SYSTEM, a -> new GuestLeaves(a, now));
        };
  }

  private static List<Severity> severities() {
    return List.of(Severity.values());
  }

  private static Duration minutes(SplittableRandom random, int most) {
    return Duration.ofMinutes(1L + random.nextInt(most));
  }

  private static <T> T pick(SplittableRandom random, List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
