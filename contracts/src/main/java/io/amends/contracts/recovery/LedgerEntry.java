package io.amends.contracts.recovery;

import io.amends.contracts.Actor;
import io.amends.contracts.Money;
import io.amends.contracts.Nights;
import java.time.Instant;

/**
 * One line of the compensation ledger: written once, never changed, mended only by another line. In
 * each book the sum of the lines of an account is its balance.
 *
 * @param number of the line in its case, from 1
 * @param remedy what it is about
 * @param book which balance it moves
 * @param account who bears it: a property's id, or {@link #CENTRE}
 * @param nights at face value; below zero it takes away
 * @param money the same in the property's currency
 * @param asked who wished to give it
 * @param by who brought the line about: the same person, whoever approved, or the clock
 * @param policy by which it was decided, {@code <scope>/<kind>@<version>}
 */
public record LedgerEntry(
    int number,
    Kind kind,
    int remedy,
    Book book,
    String account,
    Nights nights,
    Money money,
    Instant at,
    Actor asked,
    Actor by,
    String policy) {

  /** Bears what the centre settles, until it is charged back. */
  public static final String CENTRE = "CENTRE";

  /** Why a line was written. */
  public enum Kind {
    /** Set aside for what somebody wishes to give. */
    RESERVE,
    /** Given: from what was set aside to what is given. */
    COMMIT,
    /** Not given after all. */
    RELEASE,
    /** Given, and taken back. */
    REVERSE,
    /** From the centre that settled to the property that failed. */
    CHARGE_BACK,
    /** What the centre takes for settling. */
    HANDLING_FEE
  }

  /** The two balances. */
  public enum Book {
    RESERVED,
    GIVEN
  }
}
