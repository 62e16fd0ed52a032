package io.amends.scorer.domain.fact;

import io.amends.contracts.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Something that happened to one guest, or that the guest did, and when it did for the hotel. */
public sealed interface GuestFact {

  Instant at();

  /** The same fact at another time: where a sender's clock is ahead, or the fact came too late. */
  GuestFact movedTo(Instant time);

  /** The guest chose us again, or for the first time. */
  record BookingMade(Instant at, Reference booking, LocalDate arrival, int nights)
      implements GuestFact {

    @Override
    public BookingMade movedTo(Instant time) {
      return new BookingMade(time, booking, arrival, nights);
    }
  }

  record BookingCancelled(Instant at, Reference booking) implements GuestFact {

    @Override
    public BookingCancelled movedTo(Instant time) {
      return new BookingCancelled(time, booking);
    }
  }

  record NoShow(Instant at, Reference booking) implements GuestFact {

    @Override
    public NoShow movedTo(Instant time) {
      return new NoShow(time, booking);
    }
  }

  /**
   * The guest is in house.
   *
   * @param stay its booking or stay, if the source names one
   */
  record CheckedIn(Instant at, @Nullable Reference stay) implements GuestFact {

    @Override
    public CheckedIn movedTo(Instant time) {
      return new CheckedIn(time, stay);
    }
  }

  /** The planned departure moved. */
  record StayChanged(Instant at, @Nullable Reference stay, LocalDate departure)
      implements GuestFact {

    @Override
    public StayChanged movedTo(Instant time) {
      return new StayChanged(time, stay, departure);
    }
  }

  /**
   * The guest left, and now decides whether to come back.
   *
   * @param stay its booking or stay, if the source names one
   * @param spend in the chain's reporting currency; null if it isn't known, which is not zero
   */
  record StayCompleted(Instant at, @Nullable Reference stay, int nights, @Nullable Money spend)
      implements GuestFact {

    @Override
    public StayCompleted movedTo(Instant time) {
      return new StayCompleted(time, stay, nights, spend);
    }
  }

  /** Staff or a system noticed a failure, and the guest has not complained. */
  record FailureDetected(Instant at, Severity severity) implements GuestFact {

    @Override
    public FailureDetected movedTo(Instant time) {
      return new FailureDetected(time, severity);
    }
  }

  record ComplaintMade(Instant at, Reference complaint, Severity severity, Voice voice)
      implements GuestFact {

    @Override
    public ComplaintMade movedTo(Instant time) {
      return new ComplaintMade(time, complaint, severity, voice);
    }
  }

  /** The recovery of an open complaint has become dearer by waiting. */
  record TierEntered(Instant at, Reference complaint, CostTier tier) implements GuestFact {

    @Override
    public TierEntered movedTo(Instant time) {
      return new TierEntered(time, complaint, tier);
    }
  }

  /** It was told already: it is part of another complaint, of this guest or of another. */
  record ComplaintMerged(Instant at, Reference complaint) implements GuestFact {

    @Override
    public ComplaintMerged movedTo(Instant time) {
      return new ComplaintMerged(time, complaint);
    }
  }

  /** A double deviation: a promise was broken, the case reopened, or the same failed again. */
  record RecoveryFailed(Instant at, Reference complaint) implements GuestFact {

    @Override
    public RecoveryFailed movedTo(Instant time) {
      return new RecoveryFailed(time, complaint);
    }
  }

  /**
   * The failure was made good.
   *
   * @param satisfaction 1 to 5, null if the guest did not say
   */
  record ComplaintResolved(Instant at, Reference complaint, @Nullable Integer satisfaction)
      implements GuestFact {

    @Override
    public ComplaintResolved movedTo(Instant time) {
      return new ComplaintResolved(time, complaint, satisfaction);
    }
  }

  /**
   * The guest said how it was.
   *
   * @param score 0 to 10, null if only the recovery was asked about
   */
  record SurveyAnswered(Instant at, @Nullable Integer score, Justices justices)
      implements GuestFact {

    @Override
    public SurveyAnswered movedTo(Instant time) {
      return new SurveyAnswered(time, score, justices);
    }
  }

  /**
   * The guest told everybody how it was.
   *
   * @param score 0 to 10
   */
  record ReviewPublished(Instant at, int score) implements GuestFact {

    @Override
    public ReviewPublished movedTo(Instant time) {
      return new ReviewPublished(time, score);
    }
  }

  record LoyaltyChanged(Instant at, LoyaltyLevel level) implements GuestFact {

    @Override
    public LoyaltyChanged movedTo(Instant time) {
      return new LoyaltyChanged(time, level);
    }
  }

  record Signalled(Instant at, Signal signal) implements GuestFact {

    @Override
    public Signalled movedTo(Instant time) {
      return new Signalled(time, signal);
    }
  }
}
