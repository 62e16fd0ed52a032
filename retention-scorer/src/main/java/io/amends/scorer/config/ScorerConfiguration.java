package io.amends.scorer.config;

import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.kit.access.BrokerAccess;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.config.KitSettings;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.http.OwnerRouting;
import io.amends.kit.publish.Publisher;
import io.amends.kit.streams.ExpectedTopic;
import io.amends.kit.streams.StreamsApp;
import io.amends.kit.streams.StreamsRuntime;
import io.amends.scorer.fitting.BackgroundFitter;
import io.amends.scorer.fitting.ModelLog;
import io.amends.scorer.fitting.ModelMeters;
import io.amends.scorer.fitting.ModelTable;
import io.amends.scorer.stream.RiskSettings;
import io.amends.scorer.stream.RiskTopology;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** How the scorer is put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScorerSettings.class)
class ScorerConfiguration {

  @Bean
  StreamsApp risk(
      KitSettings kit,
      StreamsRuntime runtime,
      HotelClock clock,
      DeadlineService deadlines,
      MeterRegistry meters,
      ScorerSettings settings,
      BackgroundFitter fitter) {
    Stream<Topic<?>> byGuest =
        Stream.of(
            Topics.INTERACTIONS,
            Topics.COMPLAINTS,
            Topics.CASE_EVENTS,
            Topics.NOTIFICATIONS,
            Topics.GUESTS,
            Topics.GUEST_LINKS,
            Topics.HAND_OVERS,
            Topics.RISK_SCORES,
            Topics.RISK_ALERTS);
    Stream<Topic<?>> others =
        Stream.of(
            Topics.POLICIES,
            Topics.MODELS,
            Topics.RATES,
            Topics.INTERACTIONS.deadLetters(),
            Topics.COMPLAINTS.deadLetters(),
            Topics.CASE_EVENTS.deadLetters(),
            Topics.NOTIFICATIONS.deadLetters(),
            Topics.GUESTS.deadLetters(),
            Topics.GUEST_LINKS.deadLetters(),
            Topics.HAND_OVERS.deadLetters());
    return new StreamsApp(
        kit.service(),
        RiskTopology.build(
            kit.prefix(),
            runtime.topologyConfig(),
            clock,
            deadlines,
            meters,
            new RiskSettings(settings.fitEvery(), settings.rescoredPerSecond()),
            fitter),
        Stream.concat(
                byGuest.map(topic -> expected(topic, kit.prefix(), true)),
                others.map(topic -> expected(topic, kit.prefix(), false)))
            .toList());
  }

  @Bean
  ModelTable models(OwnerRouting stores) {
    return new ModelTable(() -> stores.store(RiskTopology.MODELS));
  }

  @Bean
  ModelLog modelLog(Publisher publisher, KitSettings kit) {
    return new ModelLog(publisher, kit.prefix());
  }

  @Bean
  BackgroundFitter fitter(
      KitSettings kit,
      ScorerSettings settings,
      ModelLog log,
      ModelTable models,
      MeterRegistry meters,
      BrokerAccess access) {
    return new BackgroundFitter(
        access,
        kit.prefix(),
        settings.fitMostFacts(),
        log,
        new ModelMeters(meters, models::figures),
        () -> models.current().orElse(null));
  }

  private static ExpectedTopic expected(Topic<?> topic, String prefix, boolean samePartitions) {
    return new ExpectedTopic(topic.on(prefix), topic.config(), samePartitions);
  }

  @Bean
  MessageSource messageSource() {
    ResourceBundleMessageSource words = new ResourceBundleMessageSource();
    words.setBasename("words/risk");
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
    return words;
  }
}
