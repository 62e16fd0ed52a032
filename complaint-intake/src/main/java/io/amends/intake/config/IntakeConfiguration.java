package io.amends.intake.config;

import io.amends.contracts.intake.ArrivalOutcome;
import io.amends.contracts.topics.InboundKind;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.intake.contact.ContactKeys;
import io.amends.intake.domain.Source;
import io.amends.intake.http.Inbox;
import io.amends.intake.http.RateLimit;
import io.amends.intake.http.RateLimitFilter;
import io.amends.intake.http.Tracking;
import io.amends.intake.mail.Mailboxes;
import io.amends.intake.pages.FormLinks;
import io.amends.intake.schema.InboundSchemas;
import io.amends.intake.stream.IntakeTopology;
import io.amends.intake.stream.ReferenceCheck;
import io.amends.intake.stream.Trials;
import io.amends.kit.access.BrokerAccess;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.config.KitSettings;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.events.Json;
import io.amends.kit.http.AnswersById;
import io.amends.kit.http.OwnerRouting;
import io.amends.kit.publish.Publisher;
import io.amends.kit.security.KeyedHash;
import io.amends.kit.security.PublicPaths;
import io.amends.kit.security.SignedLinks;
import io.amends.kit.streams.ExpectedTopic;
import io.amends.kit.streams.StreamsApp;
import io.amends.kit.streams.StreamsRuntime;
import io.amends.kit.words.Bundles;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the door is put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
class IntakeConfiguration {

  /** Ours, in ten minutes: more than a queue at one outlet's code, less than a prank. */
  private static final int FORMS_PER_LINK = 60;

  @Bean
  StreamsApp intake(
      KitSettings kit,
      IntakeSettings settings,
      ContactKeys contactKeys,
      StreamsRuntime runtime,
      HotelClock clock,
      DeadlineService deadlines,
      MeterRegistry meters) {
    return new StreamsApp(
        kit.service(),
        IntakeTopology.build(
            kit.prefix(),
            runtime.topologyConfig(),
            settings.asSources(),
            contactKeys,
            clock,
            deadlines,
            meters),
        expected(kit.prefix(), !settings.mailboxes().isEmpty()));
  }

  private static List<ExpectedTopic> expected(String prefix, boolean mail) {
    Stream<Topic<?>> own =
        Stream.of(
            Topics.ARRIVALS,
            Topics.LOOKUPS,
            Topics.TRACKING,
            Topics.CASES,
            Topics.ARRIVAL_OUTCOMES,
            Topics.COMPLAINTS,
            Topics.INTERACTIONS,
            Topics.UPDATES,
            Topics.TEXTS,
            Topics.CONTACTS,
            Topics.GUEST_LINKS,
            Topics.PROPERTIES,
            Topics.ROSTERS,
            Topics.GUESTS,
            Topics.POLICIES,
            Topics.RATES);
    Stream<Topic<?>> http =
        Stream.of(InboundKind.values()).map(kind -> Topics.inbound(kind, Source.HTTP));
    Stream<Topic<?>> mails =
        mail ? Stream.of(Topics.inbound(InboundKind.COMPLAINTS, Source.MAIL)) : Stream.of();
    return Stream.of(own, http, mails)
        .flatMap(topics -> topics)
        .map(topic -> new ExpectedTopic(topic.on(prefix), topic.config(), false))
        .toList();
  }

  @Bean
  ContactKeys contactKeys(KitSettings kit, IntakeSettings settings) {
    return new ContactKeys(new KeyedHash(kit.linkKeys(), "contact"), settings.sharedContacts());
  }

  @Bean
  Trials trials(
      IntakeSettings settings, ContactKeys contactKeys, OwnerRouting owners, HotelClock clock) {
    return new Trials(
        id -> owners.<String, byte[]>store(IntakeTopology.PROPERTY_TABLE).get(id),
        id -> owners.<String, byte[]>store(IntakeTopology.POLICY_TABLE).get(id),
        settings.asSources(),
        contactKeys,
        clock);
  }

  @Bean
  InboundSchemas inboundSchemas() {
    return new InboundSchemas();
  }

  @Bean
  ReferenceCheck referenceCheck(IntakeSettings settings, HotelClock clock) {
    return new ReferenceCheck(settings.asSources(), clock);
  }

  @Bean
  Inbox inbox(KitSettings kit, Publisher publisher, InboundSchemas schemas, HotelClock clock) {
    return new Inbox(kit.prefix(), publisher, schemas, clock);
  }

  @Bean
  Mailboxes mailboxes(
      IntakeSettings settings,
      Inbox inbox,
      InboundSchemas schemas,
      HotelClock clock,
      MeterRegistry meters) {
    return new Mailboxes(settings.asMailboxes(), inbox, schemas, clock, meters);
  }

  @Bean
  Tracking tracking(IntakeSettings settings, SignedLinks links, HotelClock clock) {
    return new Tracking(settings.publicUrl(), links, clock);
  }

  @Bean
  FormLinks formLinks(IntakeSettings settings, SignedLinks links, HotelClock clock) {
    return new FormLinks(settings.publicUrl(), links, clock);
  }

  @Bean
  RateLimitFilter rateLimitFilter(IntakeSettings settings, HotelClock clock) {
    return new RateLimitFilter(
        new RateLimit("caller", settings.callerPerSecond(), Duration.ofSeconds(1)),
        new RateLimit("link", FORMS_PER_LINK, Duration.ofMinutes(10)),
        clock);
  }

  @Bean
  PublicPaths publicPaths() {
    return PublicPaths.of("/complain/**", "/survey/**", "/track/**", "/unsubscribe/**");
  }

  @Bean
  MessageSource messageSource() {
    return Bundles.of("guest", "hotel");
  }

  @Bean
  AnswersById<ArrivalOutcome> arrivalOutcomes(KitSettings kit, BrokerAccess access) {
    return new AnswersById<>(
        Topics.ARRIVAL_OUTCOMES.on(kit.prefix()),
        access,
        record -> {
          ArrivalOutcome outcome = Json.read(record.value(), ArrivalOutcome.class);
          return Map.entry(outcome.eventKey(), outcome);
        });
  }
}
