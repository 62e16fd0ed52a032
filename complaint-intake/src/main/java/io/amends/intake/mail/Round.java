package io.amends.intake.mail;

import io.amends.intake.http.Inbox;
import io.amends.kit.clock.HotelClock;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

/**
 * One round through a mailbox. A mail is marked as read when the broker has its complaint: what
 * breaks off before that is done again, and the door knows the event.
 */
final class Round {

  /** Ours: so that one round is over within minutes, also where thousands wait. */
  private static final int MOST = 200;

  private final Mailbox mailbox;
  private final Sorting sorting;
  private final Inbox inbox;
  private final HotelClock clock;
  private final MailMeters meters;

  Round(Mailbox mailbox, Sorting sorting, Inbox inbox, HotelClock clock, MailMeters meters) {
    this.mailbox = mailbox;
    this.sorting = sorting;
    this.inbox = inbox;
    this.clock = clock;
    this.meters = meters;
  }

  /**
   * Reads what is new.
   *
   * @param goOn asked before each mail
   * @throws MessagingException if the server is not there or hangs up: the next round goes on
   * @throws CompletionException if the broker has not acknowledged: likewise
   */
  void go(BooleanSupplier goOn) throws MessagingException, IOException {
    try (Imap imap = Imap.open(mailbox)) {
      for (Message mail : imap.unread(MOST)) {
        if (!goOn.getAsBoolean()) {
          return;
        }
        take(imap, mail);
      }
    }
    meters.read(mailbox.name(), clock.real());
  }

  private void take(Imap imap, Message mail) throws MessagingException, IOException {
    switch (sorted(imap, mail)) {
      case Sorted.Complaint(var id, var body) -> {
        inbox.putMail(id, body).join();
        Imap.markAsRead(mail);
        meters.taken();
      }
      case Sorted.Left(var why) -> {
        Imap.markAsRead(mail);
        meters.left(why);
      }
      case Sorted.Aside(var reason) -> {
        imap.putAside(mail);
        meters.aside(reason);
      }
    }
  }

  private Sorted sorted(Imap imap, Message mail) throws MessagingException, IOException {
    try {
      if (mail.getSize() > mailbox.largest()) {
        return new Sorted.Aside(Sorted.Reason.TOO_LARGE);
      }
      return sorting.sort(Imap.bytes(mail), Imap.receivedAt(mail, clock.real()));
    } catch (MessagingException | IOException failure) {
      if (imap.isOpen()) { // the line is good: it is this mail
        return new Sorted.Aside(Sorted.Reason.UNREADABLE);
      }
      throw failure;
    }
  }
}
