package io.amends.intake.mail;

import tools.jackson.databind.node.ObjectNode;

/** What is to be done with a mail. */
sealed interface Sorted {

  /**
   * It is a complaint.
   *
   * @param id the same whenever and by whomever it is read
   */
  record Complaint(String id, ObjectNode body) implements Sorted {}

  /** A program wrote it: it is marked as read, and that is all. */
  record Left(Automatic.Why why) implements Sorted {}

  /** It can't be taken: a person looks at it. */
  record Aside(Reason reason) implements Sorted {}

  /** Why a mail is put aside. */
  enum Reason {
    TOO_LARGE,
    UNREADABLE,
    /** It came by a list: nobody but a person tells news from a guest who wrote to a group. */
    TO_MANY,
    /** None of its addresses belongs to a hotel, and neither does the mailbox. */
    NO_HOTEL
  }
}
