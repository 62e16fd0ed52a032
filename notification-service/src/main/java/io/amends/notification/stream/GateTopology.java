package io.amends.notification.stream;

import io.amends.contracts.notification.Message;
import io.amends.contracts.topics.Topics;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.DurableDeadlines;
import io.amends.kit.security.DerivedCodes;
import io.amends.kit.streams.DeadLetters;
import io.amends.kit.streams.GlobalTables;
import io.amends.kit.streams.WithStores;
import io.micrometer.core.instrument.Metrics;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;

/** What concerns a guest in; what is told and what became of it out; one key all the way. */
public final class GateTopology {

  /** Who speaks. */
  public static final String SOURCE = "amends/notification-service";

  /** The store of messages, by {@code guest id/message id}. */
  public static final String LEDGER = "ledger";

  /** The store of contacts, by guest id: the only one that holds them. */
  public static final String CONTACTS = "contacts";

  static final String GATE = "gate";
  static final String EVENTS = "events";
  static final String HANDED_OVER = "handed-over";
  private static final String BY_EMAIL = "dispatch-email";
  private static final String BY_SMS = "dispatch-sms";
  private static final String BY_WEBHOOK = "dispatch-webhook";

  /**
   * The store of what is known of guests, by guest id; and by {@code guest id/person} of the other
   * ids of the same person.
   */
  public static final String GUESTS = "guests";

  static final String RELEASES = "releases";

  /** The store of programmes' months, by {@code programme/property/month}. */
  public static final String BUDGETS = "offer-budgets";

  /** The store of vouchers, by hash of the code. */
  static final String VOUCHERS = "vouchers";

  /** Tells hotels how their cases stand. */
  static final String CASE_LINES = "case-lines";

  static final String HOTEL_MORNINGS = "hotel-mornings";
  static final String HOTEL_ARRIVALS = "hotel-arrivals";

  /** The store of what the next morning's reports are made of, by hotel. */
  static final String MORNINGS = "mornings";

  static final String MORNING_HOURS = "morning-hours";
  static final String REPORTS = "reports";

  /** Tells the ids of one person to each other. */
  static final String KIN = "kin";

  static final String BUDGET_ENDS = "offer-budget-ends";
  static final String VOUCHER_ENDS = "voucher-ends";
  static final String BUDGETS_ASKED = "budgets-asked";
  static final String BUDGETS_ANSWERED = "budgets-answered";
  static final String VOUCHERS_ASKED = "vouchers-asked";
  static final String VOUCHER_EVENTS = "voucher-events";
  static final String VOUCHER_BUDGETS = "voucher-budgets";
  static final String VOUCHER_ANSWERS = "voucher-answers";

  /** The global table of hotels, by property id. */
  public static final String PROPERTIES = "properties-table";

  /** The global table of rosters, by property id. */
  public static final String ROSTERS = "rosters-table";

  /** The global table of policies, by scope, kind and version. */
  public static final String POLICIES = "policies-table";

  private GateTopology() {}

  /** Where what a channel is to send goes. */
  static String orders(Message.Via via) {
    return switch (via) {
      case EMAIL -> BY_EMAIL;
      case SMS -> BY_SMS;
      case WEBHOOK -> BY_WEBHOOK;
    };
  }

  /**
   * Puts it together.
   *
   * @param gateway whether the chain has a gateway for short messages
   */
  public static Topology build(
      String prefix,
      TopologyConfig config,
      HotelClock clock,
      DeadlineService deadlines,
      DerivedCodes codes,
      boolean gateway) {
    Deserializer<byte[]> in = Serdes.ByteArray().deserializer();
    Serializer<byte[]> out = Serdes.ByteArray().serializer();
    Topology topology =
        new Topology(config)
            .addSource(
                "concerning-guests",
                in,
                in,
                Topics.CASE_EVENTS.on(prefix),
                Topics.RISK_ALERTS.on(prefix),
                Topics.INTERACTIONS.on(prefix),
                Topics.GUESTS.on(prefix),
                Topics.NOTIFICATIONS.on(prefix),
                Topics.OFFER_BUDGETS_ANSWERED.on(prefix),
                Topics.REPORTS.on(prefix),
                Topics.GUEST_LINKS.on(prefix))
            .addProcessor(
                GATE,
                WithStores.of(
                        () -> new GateProcessor(clock, deadlines, codes, gateway),
                        WithStores.rows(GUESTS),
                        WithStores.rows(LEDGER))
                    .and(DurableDeadlines.stores(RELEASES)),
                "concerning-guests")
            .addSink(EVENTS, Topics.NOTIFICATIONS.on(prefix), out, out, GATE)
            .addSink(BY_EMAIL, Topics.DISPATCH_EMAIL.on(prefix), out, out, GATE)
            .addSink(BY_SMS, Topics.DISPATCH_SMS.on(prefix), out, out, GATE)
            .addSink(BY_WEBHOOK, Topics.DISPATCH_WEBHOOK.on(prefix), out, out, GATE)
            .addSink(HANDED_OVER, Topics.HANDED_OVER.on(prefix), out, out, GATE)
            .addSink(BUDGETS_ASKED, Topics.OFFER_BUDGETS_ASKED.on(prefix), out, out, GATE)
            .addSink(VOUCHERS_ASKED, Topics.VOUCHERS_ASKED.on(prefix), out, out, GATE)
            .addSink(KIN, Topics.REPORTS.on(prefix), out, out, GATE)
            .addSink(HOTEL_ARRIVALS, Topics.HOTEL_MORNINGS.on(prefix), out, out, GATE)
            .addSource("contacts-in", in, in, Topics.CONTACTS.on(prefix))
            .addProcessor(
                "contacts-keeper",
                WithStores.of(ContactKeeper::new, WithStores.rows(CONTACTS)),
                "contacts-in")
            // never touched by the gate: so that ledger and contact of a guest live on one instance
            .connectProcessorAndStateStores(GATE, CONTACTS);
    DeadLetters.addSink(topology, GATE);
    DeadLetters.addSink(topology, "contacts-keeper");
    addOffers(topology, prefix, clock, deadlines);
    addMornings(topology, prefix, clock, deadlines);
    GlobalTables.add(topology, PROPERTIES, Topics.PROPERTIES.on(prefix));
    GlobalTables.add(topology, ROSTERS, Topics.ROSTERS.on(prefix));
    return GlobalTables.add(topology, POLICIES, Topics.POLICIES.on(prefix));
  }

  /** What is counted across guests: a month, a voucher; each by its own key. */
  private static void addOffers(
      Topology topology, String prefix, HotelClock clock, DeadlineService deadlines) {
    Deserializer<byte[]> in = Serdes.ByteArray().deserializer();
    Serializer<byte[]> out = Serdes.ByteArray().serializer();
    OfferMeters meters = new OfferMeters(Metrics.globalRegistry);
    topology
        .addSource("budgets-in", in, in, Topics.OFFER_BUDGETS_ASKED.on(prefix))
        .addProcessor(
            BUDGETS,
            WithStores.of(
                    () -> new OfferBudgets(clock, deadlines, meters), WithStores.rows(BUDGETS))
                .and(DurableDeadlines.stores(BUDGET_ENDS)),
            "budgets-in")
        .addSink(BUDGETS_ANSWERED, Topics.OFFER_BUDGETS_ANSWERED.on(prefix), out, out, BUDGETS)
        .addSource("vouchers-in", in, in, Topics.VOUCHERS_ASKED.on(prefix))
        .addProcessor(
            VOUCHERS,
            WithStores.of(() -> new Vouchers(clock, deadlines, meters), WithStores.rows(VOUCHERS))
                .and(DurableDeadlines.stores(VOUCHER_ENDS)),
            "vouchers-in")
        .addSink(VOUCHER_EVENTS, Topics.NOTIFICATIONS.on(prefix), out, out, VOUCHERS)
        .addSink(VOUCHER_BUDGETS, Topics.OFFER_BUDGETS_ASKED.on(prefix), out, out, VOUCHERS)
        .addSink(VOUCHER_ANSWERS, Topics.VOUCHER_OUTCOMES.on(prefix), out, out, VOUCHERS);
    DeadLetters.addSink(topology, BUDGETS);
    DeadLetters.addSink(topology, VOUCHERS);
  }

  /** What is told of a whole hotel, by its own key and its own clock. */
  private static void addMornings(
      Topology topology, String prefix, HotelClock clock, DeadlineService deadlines) {
    Deserializer<byte[]> in = Serdes.ByteArray().deserializer();
    Serializer<byte[]> out = Serdes.ByteArray().serializer();
    topology
        .addSource("cases-in", in, in, Topics.CASES.on(prefix))
        .addProcessor(CASE_LINES, () -> new CaseLines(clock), "cases-in")
        .addSink(HOTEL_MORNINGS, Topics.HOTEL_MORNINGS.on(prefix), out, out, CASE_LINES)
        .addSource("hotel-mornings-in", in, in, Topics.HOTEL_MORNINGS.on(prefix))
        .addProcessor(
            MORNINGS,
            WithStores.of(() -> new Mornings(clock, deadlines), WithStores.rows(MORNINGS))
                .and(DurableDeadlines.stores(MORNING_HOURS)),
            "hotel-mornings-in")
        .addSink(REPORTS, Topics.REPORTS.on(prefix), out, out, MORNINGS);
    DeadLetters.addSink(topology, CASE_LINES);
    DeadLetters.addSink(topology, MORNINGS);
  }
}
