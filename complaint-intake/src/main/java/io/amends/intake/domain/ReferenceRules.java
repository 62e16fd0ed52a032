package io.amends.intake.domain;

import io.amends.contracts.inbound.GuestLink;
import io.amends.contracts.inbound.GuestProfile;
import io.amends.contracts.inbound.ReferenceSent;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.reference.NightAuditRun;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.RosterReference;
import io.amends.contracts.reference.Webhook;
import io.amends.contracts.time.IanaZone;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What must be true of reference data and no schema can say. */
public final class ReferenceRules {

  /** Ours: dearer than any night, and far from what no computer can count in minor units. */
  private static final BigDecimal DEAREST_NIGHT = BigDecimal.valueOf(1_000_000_000);

  private static final Pattern WEBHOOK_NAME = Pattern.compile("[a-z0-9-]{1,40}");

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final List<Flaw> flaws = new ArrayList<>();

  private ReferenceRules() {}

  /**
   * What is wrong; empty if nothing is.
   *
   * @param now when it was sent, by our clock
   */
  public static List<Flaw> flaws(ReferenceSent sent, Source source, Instant now) {
    ReferenceRules rules = new ReferenceRules();
    List<PropertyReference> properties = orNone(sent.properties());
    for (int i = 0; i < properties.size(); i++) {
      rules.property("/properties/" + i, properties.get(i));
    }
    List<RosterReference> rosters = orNone(sent.rosters());
    for (int i = 0; i < rosters.size(); i++) {
      rules.roster("/rosters/" + i, rosters.get(i));
    }
    List<GuestProfile> guests = orNone(sent.guests());
    for (int i = 0; i < guests.size(); i++) {
      rules.guest("/guests/" + i, guests.get(i), source, now);
    }
    List<NightAuditRun> audits = orNone(sent.nightAudits());
    for (int i = 0; i < audits.size(); i++) {
      rules.audit("/nightAudits/" + i, audits.get(i), now);
    }
    List<GuestLink> links = orNone(sent.links());
    for (int i = 0; i < links.size(); i++) {
      rules.link("/links/" + i, links.get(i), now);
    }
    return List.copyOf(rules.flaws);
  }

  private void property(String at, PropertyReference property) {
    if (property.currency().getDefaultFractionDigits() < 0) {
      add(at + "/currency", property.currency().getCurrencyCode(), "a currency that money is in");
    }
    if (property.referenceNight().compareTo(DEAREST_NIGHT) > 0) {
      add(
          at + "/referenceNight",
          property.referenceNight().toString(),
          "at most " + DEAREST_NIGHT.toPlainString());
    }
    webhooks(at + "/webhooks/", orNone(property.webhooks()));
  }

  private void webhooks(String at, List<Webhook> webhooks) {
    for (int i = 0; i < webhooks.size(); i++) {
      Webhook webhook = webhooks.get(i);
      if (!WEBHOOK_NAME.matcher(webhook.name()).matches()) {
        add(at + i + "/name", Flaws.named(webhook.name()), "1 to 40 of a-z 0-9 -");
      }
      if (!isSafe(webhook.url())) {
        add(at + i + "/url", null, "an https address without user, query or fragment");
      }
      for (Webhook before : webhooks.subList(0, i)) {
        if (before.name().equals(webhook.name())) {
          add(at + i + "/name", Flaws.named(webhook.name()), "another name than the others");
        }
        if (webhook.takes() == Webhook.Takes.REMEDIES && before.takes() == webhook.takes()) {
          add(at + i + "/takes", webhook.takes().name(), "one system that hands over");
        }
      }
    }
  }

  /** What it is told goes over no open line: over TLS, or to this machine. */
  private static boolean isSafe(String url) {
    try {
      URI uri = new URI(url);
      String host = uri.getHost();
      return host != null
          && uri.getUserInfo() == null
          && uri.getQuery() == null
          && uri.getFragment() == null
          && ("https".equals(uri.getScheme())
              || ("http".equals(uri.getScheme()) && THIS_MACHINE.contains(host)));
    } catch (URISyntaxException no) {
      return false;
    }
  }

  private void link(String at, GuestLink link, Instant now) {
    if (link.from().equals(link.to())) {
      add(at + "/to", link.to(), "another guest than " + link.from());
    }
    addAt(at, Times.notInTheFuture("/at", link.at(), now));
  }

  /** Wherever the hotel is, the date that begins is of the day of the audit or next to it. */
  private void audit(String at, NightAuditRun run, Instant now) {
    addAt(at, Times.notInTheFuture("/at", run.at(), now));
    LocalDate day = LocalDate.ofInstant(run.at(), ZoneOffset.UTC);
    if (Math.abs(ChronoUnit.DAYS.between(day, run.businessDate())) > 1) {
      add(
          at + "/businessDate",
          run.businessDate().toString(),
          "the date that began when the audit was run, at " + run.at());
    }
  }

  private void roster(String at, RosterReference roster) {
    Set<String> staff =
        roster.people().stream()
            .map(RosterReference.Person::staffId)
            .collect(Collectors.toUnmodifiableSet());
    for (int i = 0; i < roster.people().size(); i++) {
      String substitute = roster.people().get(i).substitute();
      if (substitute != null && !staff.contains(substitute)) {
        add(at + "/people/" + i + "/substitute", substitute, "one of the people of this roster");
      }
    }
    for (int i = 0; i < roster.shifts().size(); i++) {
      String staffId = roster.shifts().get(i).staffId();
      if (!staff.contains(staffId)) {
        add(at + "/shifts/" + i + "/staffId", staffId, "one of the people of this roster");
      }
    }
    List<RosterReference.Absence> absences = orNone(roster.absences());
    for (int i = 0; i < absences.size(); i++) {
      absence(at + "/absences/" + i, absences.get(i), staff);
    }
  }

  private void absence(String at, RosterReference.Absence absence, Set<String> staff) {
    if (!staff.contains(absence.staffId())) {
      add(at + "/staffId", absence.staffId(), "one of the people of this roster");
    }
    if (!absence.until().isAfter(absence.from())) {
      add(at + "/until", absence.until().toString(), "after " + absence.from());
    }
  }

  /** A consent of the future would win over every answer until then. */
  private void guest(String at, GuestProfile guest, Source source, Instant now) {
    addAt(at, source.checkGuest(guest.guestId()));
    if (guest.zone() != null && !isZone(guest.zone())) {
      add(at + "/zone", guest.zone(), "an IANA zone id such as Asia/Kathmandu");
    }
    List<GuestProfile.ConsentGiven> consents = orNone(guest.consents());
    for (int i = 0; i < consents.size(); i++) {
      addAt(at, Times.notInTheFuture("/consents/" + i + "/at", consents.get(i).at(), now));
    }
  }

  private static boolean isZone(String id) {
    try {
      IanaZone _ = new IanaZone(id);
      return true;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  private void addAt(String at, Optional<Flaw> flaw) {
    flaw.ifPresent(f -> add(at + f.pointer(), f.found(), f.expected()));
  }

  private void add(String pointer, @Nullable String found, String expected) {
    flaws.add(new Flaw(pointer, found, expected));
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}
