package io.amends.notification.stream;

import io.amends.contracts.budget.Budget;
import io.amends.contracts.personal.GuestContact;
import io.amends.kit.events.Json;
import io.amends.notification.domain.Guest;
import io.amends.notification.domain.LedgerRow;
import io.amends.notification.domain.person.Person;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of the stores, for those who read them from outside the stream thread. */
public final class Rows {

  private Rows() {}

  public static LedgerRow ledger(byte[] row) {
    return Objects.requireNonNull(Stored.read(row, LedgerRow.class));
  }

  public static Guest guest(byte[] row) {
    return Objects.requireNonNull(Stored.read(row, Guest.class));
  }

  /** Where the other ids of a guest's person stand in the store of guests. */
  public static String personOf(String guestId) {
    return Kin.key(guestId);
  }

  public static Person person(byte @Nullable [] row) {
    return Objects.requireNonNullElse(Stored.read(row, Person.class), Person.ALONE);
  }

  public static Budget budget(byte[] row) {
    return Objects.requireNonNull(Stored.read(row, Budget.class));
  }

  public static GuestContact contact(byte[] row) {
    return Json.read(row, GuestContact.class);
  }
}
