package io.amends.intake.config;

import io.amends.intake.domain.Source;
import io.amends.intake.domain.Source.Scope;
import io.amends.intake.domain.Sources;
import io.amends.intake.mail.Hotels;
import io.amends.intake.mail.Mailbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the door is told.
 *
 * @param publicUrl where guests reach it, without a slash at the end
 * @param sources foreign systems by the names of their topics, if something is set for them
 * @param callerPerSecond how many requests of one caller a second are taken; ours: more than any
 *     one system of a chain sends, less than what hurts the others
 * @param sharedContacts addresses that are of nobody in particular, so that they tell no guest:
 *     whole ({@code desk@hotel.example}, {@code +61293744000}) or all of a domain
 *     ({@code @agency.example})
 * @param mailboxes that are read, by names of ours that never change
 */
@ConfigurationProperties("amends.intake")
record IntakeSettings(
    @DefaultValue("http://localhost:8081") String publicUrl,
    @DefaultValue Map<String, SourceSettings> sources,
    @DefaultValue("5000") int callerPerSecond,
    @DefaultValue Set<String> sharedContacts,
    @DefaultValue Map<String, MailboxSettings> mailboxes) {

  /**
   * How a foreign system is set up.
   *
   * @param uri its {@code ce_source}, where it is not simply its name
   * @param guestIds whether its guest ids are good in the whole chain
   * @param history whether it may say of an event that it is the past
   * @param verbs what it may report of a case
   */
  record SourceSettings(
      @Nullable String uri,
      @DefaultValue("CHAIN") Scope guestIds,
      @DefaultValue("false") boolean history,
      @DefaultValue("FIX_DONE") Set<String> verbs) {}

  Sources asSources() {
    Map<String, Source> known = new TreeMap<>();
    sources.forEach(
        (name, s) ->
            known.put(name, new Source(name, s.uri(), s.guestIds(), s.history(), s.verbs())));
    return new Sources(known);
  }

  /**
   * A mailbox whose mails are complaints.
   *
   * @param host of its IMAP server
   * @param port 0: 993 with TLS from the first byte, else 143
   * @param tls {@code IMPLICIT}: from the first byte; {@code STARTTLS}: before anything else is
   *     said; {@code NONE}: for a server on this machine
   * @param user who opens it
   * @param password if it is not in a file
   * @param passwordFile whose text is the password; a last line break does not count
   * @param folder that is read
   * @param aside the folder for mails that can't be taken; made if it is not there
   * @param property the hotel of mails whose addresses say nothing; absent: they are put aside
   * @param recipients {@code address=property} pairs; {@code care+*@chain.example=*} takes what
   *     stands for the star as the property
   * @param generalManager whether it is the general manager's: its cases begin there, by the
   *     policy's {@code channelOverrides}
   * @param confidential whether its cases are sensitive: only roles of the policy's {@code
   *     sensitive.seenBy} see them, and each is critical
   * @param ownAddresses from which no guest writes: those of the house's own programs
   * @param largest mail that is read, in bytes; ours: what mail servers usually take
   * @param every pause between two looks into it
   */
  record MailboxSettings(
      String host,
      @DefaultValue("0") int port,
      @DefaultValue("IMPLICIT") Mailbox.Tls tls,
      String user,
      @Nullable String password,
      @Nullable Path passwordFile,
      @DefaultValue("INBOX") String folder,
      @DefaultValue("Amends aside") String aside,
      @Nullable String property,
      @DefaultValue List<String> recipients,
      @DefaultValue("false") boolean generalManager,
      @DefaultValue("false") boolean confidential,
      @DefaultValue Set<String> ownAddresses,
      @DefaultValue("26214400") int largest,
      @DefaultValue("30s") Duration every) {

    Mailbox named(String name) {
      return new Mailbox(
          name,
          new Mailbox.Server(host, port, tls, user, secret(name)),
          folder,
          aside,
          Hotels.of(recipients, property == null || property.isBlank() ? null : property),
          generalManager,
          confidential,
          ownAddresses,
          largest,
          every);
    }

    private String secret(String name) {
      if ((password == null) == (passwordFile == null)) {
        throw new IllegalArgumentException(
            "amends.intake.mailboxes.%s: %s (expected: either password or password-file)"
                .formatted(name, password == null ? "no password" : "two passwords"));
      }
      if (password != null) {
        return password;
      }
      try {
        return Files.readString(passwordFile).strip();
      } catch (IOException failure) {
        throw new UncheckedIOException(
            "amends.intake.mailboxes.%s.password-file: %s (expected: a file to read)"
                .formatted(name, passwordFile),
            failure);
      }
    }

    /** Never the password: a record prints itself into logs. */
    @Override
    public String toString() {
      return "MailboxSettings[%s, %s]".formatted(host, folder);
    }
  }

  List<Mailbox> asMailboxes() {
    return new TreeMap<>(mailboxes)
        .entrySet().stream().map(each -> each.getValue().named(each.getKey())).toList();
  }
}
