package io.amends.contracts.recovery;

/** What is promised by a certain hour, to the guest or within the house. */
public enum Clock {
  /** A person has told the guest "I have it". */
  ACKNOWLEDGE,
  /** Somebody has apologised, in person where the guest is in the house. */
  APOLOGISE,
  /** It is fixed, or an alternative is accepted. */
  FIX,
  /** It is good again before the guest leaves, or comes again. */
  BEFORE_DEPARTURE,
  /** The guest hears how it goes, also if nothing changed; from the first answer on. */
  NEXT_UPDATE,
  /** The department that it was handed to has taken it. */
  DEPARTMENT_ACCEPTS,
  /** What appeared in public has a first answer. */
  FIRST_PUBLIC_ANSWER,
  /** An authority has its answer. */
  AUTHORITY_ANSWER,
  /** Somebody who may has said yes or no to what a colleague wishes to give. */
  APPROVAL,
  /** What was granted has reached the guest. */
  REMEDY_REACHES_GUEST,
  /** Somebody asks whether it is really good now. */
  CHECK_BACK,
  /** Somebody asks how it was, after the stay. */
  FOLLOW_UP,
  /** From then on, what stands unanswered in public counts as worse. */
  PUBLIC_UNANSWERED,
  /** Until then the guest's answer is waited for; a promise to nobody. */
  FOLLOW_UP_ANSWER;

  /** Whether letting it pass breaks a promise; the others only say that a time has come. */
  public boolean isPromise() {
    return switch (this) {
      case ACKNOWLEDGE,
          APOLOGISE,
          FIX,
          BEFORE_DEPARTURE,
          NEXT_UPDATE,
          DEPARTMENT_ACCEPTS,
          FIRST_PUBLIC_ANSWER,
          AUTHORITY_ANSWER,
          APPROVAL,
          REMEDY_REACHES_GUEST ->
          true;
      case CHECK_BACK, FOLLOW_UP, FOLLOW_UP_ANSWER, PUBLIC_UNANSWERED -> false;
    };
  }
}
