package io.amends.contracts.topics;

import static io.amends.contracts.topics.Cleanup.COMPACT;
import static io.amends.contracts.topics.Cleanup.DELETE;
import static io.amends.contracts.topics.Party.DESK;
import static io.amends.contracts.topics.Party.FOREIGN_SYSTEM;
import static io.amends.contracts.topics.Party.INTAKE;
import static io.amends.contracts.topics.Party.NOTIFICATION;
import static io.amends.contracts.topics.Party.OPERATIONS;
import static io.amends.contracts.topics.Party.ORCHESTRATOR;
import static io.amends.contracts.topics.Party.SCORER;

import io.amends.contracts.desk.PersonalDataSeen;
import io.amends.contracts.intake.ArrivalOutcome;
import io.amends.contracts.intake.CaseUpdate;
import io.amends.contracts.intake.ComplaintAccepted;
import io.amends.contracts.intake.GuestsLinked;
import io.amends.contracts.intake.InteractionRecorded;
import io.amends.contracts.notification.NotificationEvent;
import io.amends.contracts.notification.RemedyHandedOver;
import io.amends.contracts.personal.GuestContact;
import io.amends.contracts.personal.GuestText;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.CommandAsked;
import io.amends.contracts.recovery.CommandOutcome;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.contracts.recovery.Sighting;
import io.amends.contracts.reference.GuestReference;
import io.amends.contracts.reference.NightAuditRun;
import io.amends.contracts.reference.PolicyReference;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.RateReference;
import io.amends.contracts.reference.RosterReference;
import io.amends.contracts.retention.ModelEvent;
import io.amends.contracts.retention.RetentionAlert;
import io.amends.contracts.retention.RiskScored;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The catalogue of all topics. Twelve partitions by default, fixed for life. */
public final class Topics {

  public static final int PARTITIONS = 12;

  private static final Party[] SERVICES = {INTAKE, ORCHESTRATOR, SCORER, NOTIFICATION, DESK};

  public static final Topic<ComplaintAccepted> COMPLAINTS =
      deleted("intake.complaints.v1", Topic.Key.GUEST, ComplaintAccepted.class, 90)
          .from(INTAKE)
          .to(ORCHESTRATOR, SCORER, DESK);
  public static final Topic<CaseUpdate> UPDATES =
      deleted("intake.updates.v1", Topic.Key.GUEST, CaseUpdate.class, 30)
          .from(INTAKE)
          .to(ORCHESTRATOR);
  public static final Topic<InteractionRecorded> INTERACTIONS =
      topic(
              "intake.interactions.v1",
              Topic.Key.GUEST,
              InteractionRecorded.class,
              DELETE,
              null,
              false)
          .from(INTAKE)
          .to(ORCHESTRATOR, SCORER, NOTIFICATION, DESK);

  /** Guest ids that are one person, under each of them. */
  public static final Topic<GuestsLinked> GUEST_LINKS =
      deleted("intake.guest-links.v1", Topic.Key.GUEST, GuestsLinked.class, 90)
          .from(INTAKE)
          .to(INTAKE, ORCHESTRATOR, SCORER, NOTIFICATION);

  /** Internal to intake: what came, under the key of its event, so that repeats meet. */
  public static final Topic<byte[]> ARRIVALS =
      raw("intake.arrivals.v1", Topic.Key.EVENT).from(INTAKE).to(INTAKE);

  /** Internal to intake: questions and facts about who is where, under what they are found by. */
  public static final Topic<byte[]> LOOKUPS =
      raw("intake.lookups.v1", Topic.Key.DIRECTORY).from(INTAKE).to(INTAKE);

  /** Internal to intake: what guests may see of cases, under the complaint, and reports of them. */
  public static final Topic<byte[]> TRACKING =
      raw("intake.tracking.v1", Topic.Key.DIRECTORY).from(INTAKE).to(INTAKE);

  /** Internal to intake: what became of each arrival, for whoever waits for it. */
  public static final Topic<ArrivalOutcome> ARRIVAL_OUTCOMES =
      deleted("intake.arrival-outcomes.v1", Topic.Key.EVENT, ArrivalOutcome.class, 1)
          .from(INTAKE)
          .to(INTAKE);

  public static final Topic<CommandAsked> COMMANDS =
      deleted("recovery.commands.v1", Topic.Key.GUEST, CommandAsked.class, 7)
          .from(ORCHESTRATOR)
          .to(ORCHESTRATOR);
  public static final Topic<CommandOutcome> COMMAND_OUTCOMES =
      deleted("recovery.command-outcomes.v1", Topic.Key.GUEST, CommandOutcome.class, 7)
          .from(ORCHESTRATOR)
          .to(ORCHESTRATOR);

  /** Internal to the orchestrator: cases as they open, by hotel, to find those that are alike. */
  public static final Topic<Sighting> SIGHTINGS =
      deleted("recovery.sightings.v1", Topic.Key.PROPERTY, Sighting.class, 7)
          .from(ORCHESTRATOR)
          .to(ORCHESTRATOR);

  public static final Topic<RecoveryEvent> CASE_EVENTS =
      deleted("recovery.case-events.v1", Topic.Key.GUEST, RecoveryEvent.class, 400)
          .from(ORCHESTRATOR)
          .to(INTAKE, SCORER, NOTIFICATION, DESK, FOREIGN_SYSTEM);
  public static final Topic<CaseSnapshot> CASES =
      compacted("recovery.cases.v1", Topic.Key.GUEST_AND_CASE, CaseSnapshot.class)
          .from(ORCHESTRATOR)
          .to(INTAKE, NOTIFICATION, DESK, FOREIGN_SYSTEM);

  /** Internal to the orchestrator: what cases ask of a month's budget, under that budget. */
  public static final Topic<byte[]> BUDGETS_ASKED =
      deleted("recovery.budgets-asked.v1", Topic.Key.BUDGET, byte[].class, 7)
          .from(ORCHESTRATOR)
          .to(ORCHESTRATOR);

  /** Internal to the orchestrator: what a budget answers, under the guest. */
  public static final Topic<byte[]> BUDGETS_ANSWERED =
      deleted("recovery.budgets-answered.v1", Topic.Key.GUEST, byte[].class, 7)
          .from(ORCHESTRATOR)
          .to(ORCHESTRATOR);

  /** Internal to the scorer: histories on their way to the id that is, and what is told later. */
  public static final Topic<byte[]> HAND_OVERS =
      deleted("retention.hand-overs.v1", Topic.Key.GUEST, byte[].class, 7).from(SCORER).to(SCORER);

  public static final Topic<RiskScored> RISK_SCORES =
      compacted("retention.risk-scores.v1", Topic.Key.GUEST, RiskScored.class)
          .from(SCORER)
          .to(ORCHESTRATOR, NOTIFICATION, DESK, FOREIGN_SYSTEM);
  public static final Topic<RetentionAlert> RISK_ALERTS =
      deleted("retention.risk-alerts.v1", Topic.Key.GUEST, RetentionAlert.class, 90)
          .from(SCORER)
          .to(NOTIFICATION, DESK, FOREIGN_SYSTEM);
  public static final Topic<ModelEvent> MODELS =
      compacted("retention.models.v1", Topic.Key.MODEL, ModelEvent.class)
          .from(SCORER)
          .to(SCORER, FOREIGN_SYSTEM);

  public static final Topic<NotificationEvent> NOTIFICATIONS =
      deleted("notification.events.v1", Topic.Key.GUEST, NotificationEvent.class, 400)
          .from(NOTIFICATION)
          .to(NOTIFICATION, SCORER, DESK, FOREIGN_SYSTEM);

  /** Internal to notification: what its channels are to send now. */
  public static final Topic<byte[]> DISPATCH_EMAIL =
      deleted("notification.dispatch-email.v1", Topic.Key.GUEST, byte[].class, 7)
          .from(NOTIFICATION)
          .to(NOTIFICATION);

  /** Internal to notification: what is to be sent to telephones now. */
  public static final Topic<byte[]> DISPATCH_SMS =
      deleted("notification.dispatch-sms.v1", Topic.Key.GUEST, byte[].class, 7)
          .from(NOTIFICATION)
          .to(NOTIFICATION);

  /** Internal to notification: what other systems are to be told now. */
  public static final Topic<byte[]> DISPATCH_WEBHOOK =
      deleted("notification.dispatch-webhook.v1", Topic.Key.GUEST, byte[].class, 7)
          .from(NOTIFICATION)
          .to(NOTIFICATION);

  /** What guests were given and have on their account by now. */
  public static final Topic<RemedyHandedOver> HANDED_OVER =
      deleted("notification.handed-over.v1", Topic.Key.GUEST, RemedyHandedOver.class, 30)
          .from(NOTIFICATION)
          .to(ORCHESTRATOR, FOREIGN_SYSTEM);

  /** Internal to notification: what offers ask of a programme's month, under that budget. */
  public static final Topic<byte[]> OFFER_BUDGETS_ASKED =
      deleted("notification.budgets-asked.v1", Topic.Key.BUDGET, byte[].class, 7)
          .from(NOTIFICATION)
          .to(NOTIFICATION);

  /** Internal to notification: what a programme's month answers, under the guest. */
  public static final Topic<byte[]> OFFER_BUDGETS_ANSWERED =
      deleted("notification.budgets-answered.v1", Topic.Key.GUEST, byte[].class, 7)
          .from(NOTIFICATION)
          .to(NOTIFICATION);

  /** Internal to notification: what is asked of one voucher, under the hash of its code. */
  public static final Topic<byte[]> VOUCHERS_ASKED =
      deleted("notification.vouchers-asked.v1", Topic.Key.VOUCHER, byte[].class, 7)
          .from(NOTIFICATION)
          .to(NOTIFICATION);

  /** Internal to notification: what became of each redemption, for whoever waits for it. */
  public static final Topic<byte[]> VOUCHER_OUTCOMES =
      deleted("notification.voucher-outcomes.v1", Topic.Key.VOUCHER, byte[].class, 1)
          .from(NOTIFICATION)
          .to(NOTIFICATION);

  /** Internal to notification: cases and arrivals of one hotel, for its morning report. */
  public static final Topic<byte[]> HOTEL_MORNINGS =
      deleted("notification.hotel-mornings.v1", Topic.Key.PROPERTY, byte[].class, 7)
          .from(NOTIFICATION)
          .to(NOTIFICATION);

  /**
   * Internal to notification: reports about a hotel and wishes to try a message again, under the
   * key of their messages; and what one id of a person tells another, under that.
   */
  public static final Topic<byte[]> REPORTS =
      deleted("notification.reports.v1", Topic.Key.GUEST, byte[].class, 7)
          .from(NOTIFICATION)
          .to(NOTIFICATION);

  /** Night audits as hotels' systems run them: each begins a business date. */
  public static final Topic<NightAuditRun> NIGHT_AUDITS =
      deleted("reference.night-audits.v1", Topic.Key.PROPERTY, NightAuditRun.class, 14)
          .from(INTAKE)
          .to(ORCHESTRATOR);

  public static final Topic<PropertyReference> PROPERTIES =
      compacted("reference.properties.v1", Topic.Key.PROPERTY, PropertyReference.class)
          .from(INTAKE)
          .to(SERVICES);
  public static final Topic<RosterReference> ROSTERS =
      compacted("reference.rosters.v1", Topic.Key.PROPERTY, RosterReference.class)
          .from(INTAKE)
          .to(ORCHESTRATOR, NOTIFICATION, DESK);
  public static final Topic<GuestReference> GUESTS =
      compacted("reference.guests.v1", Topic.Key.GUEST, GuestReference.class)
          .from(INTAKE)
          .to(SERVICES);
  public static final Topic<PolicyReference> POLICIES =
      compacted("reference.policies.v1", Topic.Key.POLICY, PolicyReference.class)
          .from(INTAKE)
          .to(SERVICES);
  public static final Topic<RateReference> RATES =
      compacted("reference.rates.v1", Topic.Key.CURRENCY_AND_DATE, RateReference.class)
          .from(INTAKE)
          .to(SERVICES);

  public static final Topic<GuestContact> CONTACTS =
      personal("personal.contacts.v1", Topic.Key.GUEST, GuestContact.class)
          .from(INTAKE)
          .to(INTAKE, NOTIFICATION, DESK);
  public static final Topic<GuestText> TEXTS =
      personal("personal.texts.v1", Topic.Key.GUEST_AND_TEXT, GuestText.class)
          .from(INTAKE)
          .to(NOTIFICATION, DESK);

  /** Who looked at what is personal. */
  public static final Topic<PersonalDataSeen> PERSONAL_VIEWS =
      topic(
              "desk.personal-views.v1",
              Topic.Key.GUEST,
              PersonalDataSeen.class,
              DELETE,
              Duration.ofDays(400),
              true)
          .from(DESK)
          .to(DESK, OPERATIONS);

  private static final Pattern INBOUND =
      Pattern.compile("inbound\\.(complaints|interactions|updates|reference)\\.v1\\.([a-z0-9-]+)");

  private Topics() {}

  /** All topics that one of our services writes. */
  public static List<Topic<?>> ours() {
    return List.of(
        COMPLAINTS,
        UPDATES,
        INTERACTIONS,
        GUEST_LINKS,
        ARRIVALS,
        LOOKUPS,
        TRACKING,
        ARRIVAL_OUTCOMES,
        COMMANDS,
        COMMAND_OUTCOMES,
        SIGHTINGS,
        CASE_EVENTS,
        CASES,
        BUDGETS_ASKED,
        BUDGETS_ANSWERED,
        HAND_OVERS,
        RISK_SCORES,
        RISK_ALERTS,
        MODELS,
        NOTIFICATIONS,
        DISPATCH_EMAIL,
        DISPATCH_SMS,
        DISPATCH_WEBHOOK,
        HANDED_OVER,
        OFFER_BUDGETS_ASKED,
        OFFER_BUDGETS_ANSWERED,
        VOUCHERS_ASKED,
        VOUCHER_OUTCOMES,
        HOTEL_MORNINGS,
        REPORTS,
        NIGHT_AUDITS,
        PROPERTIES,
        ROSTERS,
        GUESTS,
        POLICIES,
        RATES,
        CONTACTS,
        TEXTS,
        PERSONAL_VIEWS);
  }

  /**
   * Where one foreign system writes one kind of thing; the topic says who wrote.
   *
   * @param source lower-case letters, digits and hyphens
   */
  public static Topic<? extends Record> inbound(InboundKind kind, String source) {
    if (!source.matches("[a-z0-9-]{1,40}")) {
      throw new IllegalArgumentException(
          "source: %s (expected: 1 to 40 of a-z 0-9 -)".formatted(source));
    }
    return topic(
            "inbound." + kind.word() + ".v1." + source,
            Topic.Key.ANY,
            kind.body(),
            DELETE,
            Duration.ofDays(7),
            true)
        .from(FOREIGN_SYSTEM)
        .to(INTAKE);
  }

  /** Matches every inbound topic of an installation. */
  public static Pattern inbound(String prefix) {
    return Pattern.compile(Pattern.quote(prefix) + INBOUND.pattern());
  }

  /** What an inbound topic's name says, or null if it is another topic. */
  public static @Nullable Inbound parseInbound(String prefix, String topic) {
    Matcher name = inbound(prefix).matcher(topic);
    return name.matches()
        ? new Inbound(InboundKind.valueOf(name.group(1).toUpperCase(Locale.ROOT)), name.group(2))
        : null;
  }

  /** Which kind of thing came from which source. */
  public record Inbound(InboundKind kind, String source) {}

  private static <V> Topic<V> deleted(String name, Topic.Key key, Class<V> value, int days) {
    return topic(name, key, value, DELETE, Duration.ofDays(days), false);
  }

  private static <V> Topic<V> compacted(String name, Topic.Key key, Class<V> value) {
    return topic(name, key, value, COMPACT, null, false);
  }

  private static <V> Topic<V> personal(String name, Topic.Key key, Class<V> value) {
    return topic(name, key, value, COMPACT, null, true);
  }

  /** What came in, as it came. */
  private static Topic<byte[]> raw(String name, Topic.Key key) {
    return topic(name, key, byte[].class, DELETE, Duration.ofDays(7), true);
  }

  /** Of nobody yet: {@code from} and {@code to} say whose. */
  private static <V> Topic<V> topic(
      String name,
      Topic.Key key,
      Class<V> value,
      Cleanup cleanup,
      @Nullable Duration kept,
      boolean restricted) {
    return new Topic<>(name, key, value, cleanup, kept, restricted, Set.of(), Set.of());
  }
}
