package io.amends.contracts.policy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.amends.contracts.Sorted;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last gate before a guest is disturbed.
 *
 * @param whenQuiet what becomes of a message in quiet hours, by what it is
 * @param caps how many in how long, per guest, over all properties and programmes
 * @param priority which goes first if not all may go, by what it is
 */
public record LastGate(
    QuietHours quietHours,
    Map<String, WhenQuiet> whenQuiet,
    Caps caps,
    PromotionalNever promotionalNever,
    List<String> priority,
    UnknownOutcome unknownOutcome) {

  public LastGate {
    whenQuiet = Map.copyOf(whenQuiet);
    priority = List.copyOf(priority);
  }

  /**
   * When guests are left alone.
   *
   * @param notFor what goes out all the same
   */
  public record QuietHours(Window messages, Set<NotFor> notFor) {

    /** A guest who has just written is awake: ours, as the name of it says. */
    public static final Duration JUST_WRITTEN = Duration.ofHours(2);

    public QuietHours {
      notFor = Sorted.copyOf(notFor);
    }

    /** What goes out in quiet hours. */
    public enum NotFor {
      ANSWER_TO_THE_GUESTS_OWN_MESSAGE_WITHIN_PT2H,
      SAFETY
    }
  }

  /** In the guest's zone. */
  public record Window(LocalTime from, LocalTime to) {}

  /**
   * What becomes of it.
   *
   * @param expires how long it is worth sending; absent: as long as its occasion
   */
  public record WhenQuiet(@JsonProperty("do") Doing doing, @Nullable Duration expires) {

    /** What is done with it. */
    public enum Doing {
      SEND,
      HOLD,
      DROP
    }
  }

  /**
   * How many.
   *
   * @param all every message but those about the guest's own case
   * @param perCase those about the guest's own case, counted apart
   * @param winBack those to guests who have gone, on top of {@code promotional}
   */
  public record Caps(
      List<Cap> promotional,
      List<Cap> surveys,
      List<Cap> all,
      List<Cap> perCase,
      List<Cap> winBack) {

    public Caps {
      promotional = List.copyOf(promotional);
      surveys = List.copyOf(surveys);
      all = List.copyOf(all);
      perCase = List.copyOf(perCase);
      winBack = List.copyOf(winBack);
    }
  }

  /** At most so many within so long. */
  public record Cap(int max, Duration per) {}

  /**
   * When nothing promotional is sent.
   *
   * @param settle how long it waits first: what caused it may have opened a case, too
   * @param exempt what may be sent all the same
   */
  public record PromotionalNever(
      Duration settle,
      boolean whileCaseOpen,
      AfterClosing afterClosing,
      Authority authority,
      List<String> exempt) {

    public PromotionalNever {
      exempt = List.copyOf(exempt);
    }
  }

  /** For how long after a case, by what the guest said of it. */
  public record AfterClosing(Duration satisfied, Duration notSatisfied, Duration noAnswer) {}

  /** For how long after a case that an authority asked about. */
  public record Authority(Duration after) {}

  /** What becomes of a message of which nobody knows whether it went out. */
  public record UnknownOutcome(Repeat guest, Repeat staff) {

    /** Whether it is sent again. */
    public enum Repeat {
      DO_NOT_REPEAT,
      REPEAT
    }
  }
}
