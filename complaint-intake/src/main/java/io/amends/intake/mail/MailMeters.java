package io.amends.intake.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What operations see of mailboxes: what was done with mails, and since when none was looked at.
 */
final class MailMeters {

  private static final String TAKEN = "taken";

  private final MeterRegistry meters;
  private final Map<String, Instant> read = new ConcurrentHashMap<>();

  /**
   * Begins to count.
   *
   * @param mailboxes by name
   * @param now real time: from when on a mailbox counts as not looked at
   */
  MailMeters(MeterRegistry meters, Collection<String> mailboxes, Instant now) {
    this.meters = meters;
    mailboxes.forEach(name -> read.put(name, now));
    counter(TAKEN);
    for (Automatic.Why why : Automatic.Why.values()) {
      counter(nameOf(why));
    }
    for (Sorted.Reason reason : Sorted.Reason.values()) {
      counter(nameOf(reason));
    }
    if (!mailboxes.isEmpty()) {
      Gauge.builder("intake.mailboxes.oldest.read", this, MailMeters::oldest)
          .description("When the mailbox that was not read for longest was read, since 1970")
          .baseUnit("seconds")
          .register(meters);
    }
  }

  private double oldest() {
    return read.values().stream().mapToLong(Instant::getEpochSecond).min().orElse(0);
  }

  void read(String mailbox, Instant at) {
    read.put(mailbox, at);
  }

  void taken() {
    counter(TAKEN).increment();
  }

  void left(Automatic.Why why) {
    counter(nameOf(why)).increment();
  }

  void aside(Sorted.Reason reason) {
    counter(nameOf(reason)).increment();
  }

  private static String nameOf(Automatic.Why why) {
    return "left_" + why.name().toLowerCase(Locale.ROOT);
  }

  private static String nameOf(Sorted.Reason reason) {
    return "aside_" + reason.name().toLowerCase(Locale.ROOT);
  }

  private Counter counter(String result) {
    return Counter.builder("intake.mails")
        .description("Mails that were read, by what was done with them; attempts")
        .tag("result", result)
        .register(meters);
  }
}
