package io.amends.orchestrator.config;

import io.amends.contracts.recovery.CommandOutcome;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.kit.access.BrokerAccess;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.config.KitSettings;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.events.Json;
import io.amends.kit.http.AnswersById;
import io.amends.kit.publish.Publisher;
import io.amends.kit.streams.ExpectedTopic;
import io.amends.kit.streams.StreamsApp;
import io.amends.kit.streams.StreamsRuntime;
import io.amends.kit.words.Bundles;
import io.amends.orchestrator.http.CommandLog;
import io.amends.orchestrator.stream.RecoveryTopology;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the orchestrator is put together. */
@Configuration(proxyBeanMethods = false)
class OrchestratorConfiguration {

  @Bean
  StreamsApp recovery(
      KitSettings kit,
      StreamsRuntime runtime,
      HotelClock clock,
      DeadlineService deadlines,
      MeterRegistry meters) {
    return new StreamsApp(
        kit.service(),
        RecoveryTopology.build(kit.prefix(), runtime.topologyConfig(), clock, deadlines, meters),
        Stream.concat(
                Stream.of(
                        Topics.COMPLAINTS,
                        Topics.COMMANDS,
                        Topics.INTERACTIONS,
                        Topics.GUEST_LINKS,
                        Topics.UPDATES,
                        Topics.GUESTS,
                        Topics.RISK_SCORES,
                        Topics.HANDED_OVER,
                        Topics.CASE_EVENTS,
                        Topics.COMMAND_OUTCOMES,
                        Topics.SIGHTINGS,
                        Topics.NIGHT_AUDITS,
                        Topics.CASES,
                        Topics.BUDGETS_ASKED,
                        Topics.BUDGETS_ANSWERED)
                    .map(topic -> expected(topic, kit.prefix(), true)),
                Stream.of(
                        Topics.POLICIES,
                        Topics.ROSTERS,
                        Topics.PROPERTIES,
                        Topics.RATES,
                        Topics.COMPLAINTS.deadLetters(),
                        Topics.COMMANDS.deadLetters(),
                        Topics.INTERACTIONS.deadLetters(),
                        Topics.GUEST_LINKS.deadLetters(),
                        Topics.UPDATES.deadLetters(),
                        Topics.SIGHTINGS.deadLetters(),
                        Topics.NIGHT_AUDITS.deadLetters(),
                        Topics.GUESTS.deadLetters(),
                        Topics.RISK_SCORES.deadLetters(),
                        Topics.HANDED_OVER.deadLetters(),
                        Topics.BUDGETS_ASKED.deadLetters(),
                        Topics.BUDGETS_ANSWERED.deadLetters())
                    .map(topic -> expected(topic, kit.prefix(), false)))
            .toList());
  }

  private static ExpectedTopic expected(Topic<?> topic, String prefix, boolean samePartitions) {
    return new ExpectedTopic(topic.on(prefix), topic.config(), samePartitions);
  }

  /** Sentences; what has no translation is said in English. */
  @Bean
  MessageSource messageSource() {
    return Bundles.of("hotel", "case");
  }

  @Bean
  CommandLog commandLog(Publisher publisher, KitSettings kit) {
    return new CommandLog(publisher, kit.prefix());
  }

  @Bean
  AnswersById<CommandOutcome> outcomes(KitSettings kit, BrokerAccess access) {
    return new AnswersById<>(
        Topics.COMMAND_OUTCOMES.on(kit.prefix()),
        access,
        record -> {
          CommandOutcome outcome = Json.read(record.value(), CommandOutcome.class);
          return Map.entry(outcome.commandId(), outcome);
        });
  }
}
