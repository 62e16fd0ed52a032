package io.amends.intake.domain;

import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import java.util.List;

/** Whether something is let in. */
public sealed interface Admission<T> {

  /** It is; who the guest is may still have to be found. */
  record Admitted<T>(T what, WhoIsIt who) implements Admission<T> {}

  record Refused<T>(List<Flaw> flaws) implements Admission<T> {
    public Refused {
      flaws = List.copyOf(flaws);
    }
  }

  /** The hotel is not known yet: wait a little, its reference data may be on the way. */
  record UnknownProperty<T>(String propertyId) implements Admission<T> {}
}
