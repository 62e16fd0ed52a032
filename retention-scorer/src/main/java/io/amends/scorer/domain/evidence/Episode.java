package io.amends.scorer.domain.evidence;

import io.amends.scorer.domain.fact.CostTier;
import io.amends.scorer.domain.fact.Justices;
import io.amends.scorer.domain.fact.Reference;
import io.amends.scorer.domain.fact.Severity;
import io.amends.scorer.domain.fact.Signal;
import io.amends.scorer.domain.fact.Voice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was seen since the guest last chose us: the evidence for the decision that comes next, or is
 * still out. It ends when the guest books again, for then the decision is known.
 *
 * @param complaints about this stay, oldest first
 * @param silent failures that nobody spoke up about, null if there was none
 */
public record Episode(
    List<Complaint> complaints,
    @Nullable SilentFailure silent,
    Impression impression,
    Attitude attitude) {

  /** Of more complaints about one stay, the newest give way: the first ones opened the wound. */
  public static final int MOST_COMPLAINTS = 2;

  public static final Episode NOTHING_SEEN =
      new Episode(List.of(), null, Impression.NONE, Attitude.UNKNOWN);

  public Episode {
    complaints = List.copyOf(complaints);
  }

  public boolean isEmpty() {
    return complaints.isEmpty()
        && silent == null
        && impression.equals(Impression.NONE)
        && attitude.counts().isEmpty();
  }

  public boolean knows(Reference complaint) {
    for (Complaint one : complaints) {
      if (one.reference().equals(complaint)) {
        return true;
      }
    }
    return false;
  }

  public Episode failed(Severity severity, Instant at) {
    SilentFailure sum =
        silent == null ? new SilentFailure(severity, 1, at, at) : silent.and(severity, at);
    return new Episode(complaints, sum, impression, attitude);
  }

  public Episode complained(Reference about, Severity severity, Voice voice, Instant at) {
    if (knows(about) || complaints.size() == MOST_COMPLAINTS) {
      return this;
    }
    List<Complaint> more = new ArrayList<>(complaints);
    more.add(Complaint.made(about, severity, voice, at));
    return with(more);
  }

  public Episode tierEntered(Reference about, CostTier tier, Instant at) {
    return change(about, complaint -> complaint.inTier(tier, at));
  }

  public Episode recoveryFailed(Reference about, Instant at) {
    return change(about, complaint -> complaint.failedAgain(at));
  }

  public Episode resolved(Reference about, Instant at, @Nullable Integer satisfaction) {
    return change(about, complaint -> complaint.resolved(at, satisfaction));
  }

  /** Without what was told twice. */
  public Episode merged(Reference about) {
    return with(complaints.stream().filter(one -> !one.reference().equals(about)).toList());
  }

  public Episode answered(@Nullable Integer score, Justices justices, Instant at) {
    return new Episode(complaints, silent, impression.answered(score, justices, at), attitude);
  }

  public Episode reviewed(int score, Instant at) {
    return new Episode(complaints, silent, impression.reviewed(score, at), attitude);
  }

  public Episode signalled(Signal signal) {
    return new Episode(complaints, silent, impression, attitude.and(signal));
  }

  /**
   * What was seen of two who turn out to be one; what was told under both ids counts once, and of
   * more complaints the first ones are kept.
   */
  public Episode joined(Episode other) {
    List<Complaint> all = new ArrayList<>(complaints);
    other.complaints.stream().filter(one -> !knows(one.reference())).forEach(all::add);
    all.sort(Comparator.comparing(Complaint::madeAt));
    SilentFailure theirs = other.silent;
    return new Episode(
        all.subList(0, Math.min(all.size(), MOST_COMPLAINTS)),
        silent == null || theirs == null
            ? (silent == null ? theirs : silent)
            : silent.joined(theirs),
        impression.joined(other.impression),
        attitude.joined(other.attitude));
  }

  /** What of it was seen at {@code start} or later; a guest's attitude is of no one stay. */
  public Episode since(Instant start) {
    return new Episode(
        complaints.stream().filter(one -> !one.madeAt().isBefore(start)).toList(),
        silent == null ? null : silent.since(start),
        impression.since(start),
        Attitude.UNKNOWN);
  }

  /** The moments up to a second since 1970 at which something was seen, or will be of itself. */
  public Moments moments(long last) {
    Moments moments = new Moments(last);
    for (Complaint complaint : complaints) {
      complaint.tell(moments);
    }
    if (silent != null) {
      moments.add(silent.firstAt().getEpochSecond());
      moments.add(silent.worstAt().getEpochSecond());
    }
    add(moments, impression.answeredAt());
    add(moments, impression.reviewedAt());
    return moments;
  }

  private static void add(Moments moments, @Nullable Instant when) {
    if (when != null) {
      moments.add(when.getEpochSecond());
    }
  }

  private Episode change(Reference about, UnaryOperator<Complaint> how) {
    return with(
        complaints.stream()
            .map(one -> one.reference().equals(about) ? how.apply(one) : one)
            .toList());
  }

  private Episode with(List<Complaint> others) {
    return new Episode(others, silent, impression, attitude);
  }
}
