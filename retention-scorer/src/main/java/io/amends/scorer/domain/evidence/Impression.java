package io.amends.scorer.domain.evidence;

import io.amends.scorer.domain.fact.Justices;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the guest said about the stay when asked, and to everybody; the newest answer counts.
 *
 * @param survey 0 to 10
 * @param answeredAt when the guest answered last, null if never
 * @param review 0 to 10
 * @param reviewedAt when the guest told everybody last, null if never
 */
public record Impression(
    @Nullable Integer survey,
    Justices justices,
    @Nullable Instant answeredAt,
    @Nullable Integer review,
    @Nullable Instant reviewedAt) {

  public static final Impression NONE = new Impression(null, Justices.NOT_ASKED, null, null, null);

  Impression answered(@Nullable Integer score, Justices answers, Instant when) {
    Integer newest = score == null ? survey : score;
    return new Impression(newest, newest(answers), when, review, reviewedAt);
  }

  Impression reviewed(int score, Instant when) {
    return new Impression(survey, justices, answeredAt, score, when);
  }

  /** What two who turn out to be one said; of each kind the newest counts. */
  Impression joined(Impression other) {
    boolean answer = isLater(other.answeredAt, answeredAt);
    boolean told = isLater(other.reviewedAt, reviewedAt);
    return new Impression(
        answer ? other.survey : survey,
        answer ? other.justices : justices,
        answer ? other.answeredAt : answeredAt,
        told ? other.review : review,
        told ? other.reviewedAt : reviewedAt);
  }

  private static boolean isLater(@Nullable Instant one, @Nullable Instant than) {
    return one != null && (than == null || one.isAfter(than));
  }

  /** What of it was said at {@code start} or later. */
  Impression since(Instant start) {
    return only(
        answeredAt != null && !answeredAt.isBefore(start),
        reviewedAt != null && !reviewedAt.isBefore(start));
  }

  /** Whether the guest had answered by a second since 1970. */
  public boolean isAnsweredBy(long second) {
    return answeredAt != null && answeredAt.getEpochSecond() <= second;
  }

  /** Whether the guest had told everybody by then. */
  public boolean isReviewedBy(long second) {
    return reviewedAt != null && reviewedAt.getEpochSecond() <= second;
  }

  private Impression only(boolean answer, boolean told) {
    return new Impression(
        answer ? survey : null,
        answer ? justices : Justices.NOT_ASKED,
        answer ? answeredAt : null,
        told ? review : null,
        told ? reviewedAt : null);
  }

  private Justices newest(Justices answers) {
    return new Justices(
        answers.outcome() == null ? justices.outcome() : answers.outcome(),
        answers.procedure() == null ? justices.procedure() : answers.procedure(),
        answers.courtesy() == null ? justices.courtesy() : answers.courtesy());
  }
}
