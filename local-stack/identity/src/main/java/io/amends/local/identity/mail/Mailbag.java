package io.amends.local.identity.mail;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The newest mails that were caught: 10,000 at most, and 64 MB of them at most. */
final class Mailbag {

  static final int MOST_MAILS = 10_000;
  static final long MOST_CHARACTERS = 64_000_000;

  private final InstantSource clock;
  private final Deque<CaughtMail> newestFirst = new ArrayDeque<>();
  private long characters;
  private long lastId;

  Mailbag(InstantSource clock) {
    this.clock = clock;
  }

  synchronized void add(String from, String to, String subject, String messageId, String raw) {
    Instant now = clock.instant();
    newestFirst.addFirst(new CaughtMail(++lastId, from, to, subject, now, messageId, raw));
    characters += raw.length();
    while (newestFirst.size() > MOST_MAILS || characters > MOST_CHARACTERS) {
      characters -= newestFirst.removeLast().raw().length();
    }
  }

  /** The newest that match, newest first. */
  synchronized List<CaughtMail> newest(Predicate<CaughtMail> wanted, int limit) {
    List<CaughtMail> found = new ArrayList<>();
    Iterator<CaughtMail> mails = newestFirst.iterator();
    while (mails.hasNext() && found.size() < limit) {
      CaughtMail mail = mails.next();
      if (wanted.test(mail)) {
        found.add(mail);
      }
    }
    return found;
  }

  Optional<CaughtMail> find(long id) {
    return newest(mail -> mail.id() == id, 1).stream().findFirst();
  }

  synchronized void empty() {
    newestFirst.clear();
    characters = 0;
  }
}
