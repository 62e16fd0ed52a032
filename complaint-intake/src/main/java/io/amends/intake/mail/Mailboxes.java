package io.amends.intake.mail;

import io.amends.intake.http.Inbox;
import io.amends.intake.schema.InboundSchemas;
import io.amends.kit.clock.HotelClock;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads all mailboxes, round after round, each in a thread of its own. Two instances may read the
 * same one: what both take is one complaint.
 */
public final class Mailboxes implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(Mailboxes.class);

  /** Ours: one or two failures mend themselves, as when a server is started anew. */
  private static final int WORTH_A_WARNING = 3;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final List<Mailbox> mailboxes;
  private final Inbox inbox;
  private final InboundSchemas schemas;
  private final HotelClock clock;
  private final MailMeters meters;
  private final List<Thread> threads = new ArrayList<>();
  private volatile CountDownLatch stopped = new CountDownLatch(0);

  public Mailboxes(
      List<Mailbox> mailboxes,
      Inbox inbox,
      InboundSchemas schemas,
      HotelClock clock,
      MeterRegistry registry) {
    this.mailboxes = List.copyOf(mailboxes);
    this.inbox = inbox;
    this.schemas = schemas;
    this.clock = clock;
    this.meters =
        new MailMeters(registry, mailboxes.stream().map(Mailbox::name).toList(), clock.real());
  }

  @Override
  public void start() {
    CountDownLatch stop = new CountDownLatch(1);
    stopped = stop;
    for (Mailbox mailbox : mailboxes) {
      Sorting sorting = new Sorting(mailbox, schemas, clock);
      Round round = new Round(mailbox, sorting, inbox, clock, meters);
      threads.add(
          Thread.ofVirtual()
              .name("mailbox-" + mailbox.name())
              .start(() -> roundAfterRound(mailbox, round, stop)));
    }
  }

  private static void roundAfterRound(Mailbox mailbox, Round round, CountDownLatch stop) {
    int failures = 0;
    try {
      do {
        failures = failures(mailbox, round, stop, failures);
      } while (!stop.await(mailbox.every().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Goes once; how often in a row it has failed by now. */
  private static int failures(Mailbox mailbox, Round round, CountDownLatch stop, int before) {
    try {
      round.go(() -> stop.getCount() > 0);
      if (before >= WORTH_A_WARNING) {
        LOG.info("Mailbox {} is read again", mailbox.name());
      }
      return 0;
    } catch (MessagingException | IOException | CompletionException failure) {
      failed(mailbox, failure, before);
    } catch (RuntimeException failure) { // a defect, and the others are to be read all the same
      LOG.error("Mailbox {}: a round broke off; the next goes on", mailbox.name(), failure);
    }
    return before + 1;
  }

  /** Never its message: servers repeat in it what they were told. */
  private static void failed(Mailbox mailbox, Exception failure, int before) {
    if (before + 1 == WORTH_A_WARNING) {
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      LOG.warn(
          "Mailbox {} was not read {} times, last for {} ({}); mails wait there, unread",
          mailbox.name(),
          WORTH_A_WARNING,
          failure.getClass().getSimpleName(),
          cause.getClass().getSimpleName());
    }
  }

  @Override
  public void stop() {
    stopped.countDown();
    for (Thread thread : threads) {
      try {
        boolean _ = thread.join(PATIENCE);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return stopped.getCount() > 0;
  }
}
