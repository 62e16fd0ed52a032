package io.amends.notification.config;

import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.config.KitSettings;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.http.OwnerRouting;
import io.amends.kit.security.SignedLinks;
import io.amends.kit.streams.ExpectedTopic;
import io.amends.kit.streams.StreamsApp;
import io.amends.kit.streams.StreamsRuntime;
import io.amends.notification.email.EmailChannel;
import io.amends.notification.email.Letters;
import io.amends.notification.email.MailRound;
import io.amends.notification.email.Postman;
import io.amends.notification.email.UnderWay;
import io.amends.notification.stream.GateTopology;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** How the service is put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationConfiguration {

  @Bean
  StreamsApp gate(
      KitSettings kit, StreamsRuntime runtime, HotelClock clock, DeadlineService deadlines) {
    Stream<Topic<?>> byGuest =
        Stream.of(
            Topics.CASE_EVENTS,
            Topics.RISK_ALERTS,
            Topics.INTERACTIONS,
            Topics.GUESTS,
            Topics.NOTIFICATIONS,
            Topics.DISPATCH_EMAIL,
            Topics.CONTACTS);
    Stream<Topic<?>> tables = Stream.of(Topics.PROPERTIES, Topics.ROSTERS, Topics.POLICIES);
    return new StreamsApp(
        kit.service(),
        GateTopology.build(kit.prefix(), runtime.topologyConfig(), clock, deadlines),
        Stream.concat(
                byGuest.map(t -> new ExpectedTopic(t.on(kit.prefix()), t.config(), true)),
                tables.map(t -> new ExpectedTopic(t.on(kit.prefix()), t.config(), false)))
            .toList());
  }

  @Bean
  MessageSource messageSource() {
    ReloadableResourceBundleMessageSource words = new ReloadableResourceBundleMessageSource();
    words.setBasenames("classpath:words/hotel", "classpath:words/letters");
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false);
    return words;
  }

  @Bean
  Letters letters(
      MessageSource words, SignedLinks links, NotificationSettings settings, HotelClock clock) {
    return new Letters(words, links, settings.deskUrl(), clock);
  }

  @Bean
  EmailChannel emailChannel(
      KitSettings kit,
      NotificationSettings settings,
      ProducerFactory<byte[], byte[]> producers,
      JavaMailSenderImpl server,
      OwnerRouting owners,
      Letters letters,
      HotelClock clock,
      @Value("${spring.kafka.bootstrap-servers}") String bootstrap) {
    Postman postman =
        new Postman(server, new StoreAddresses(owners), letters, settings.from(), clock);
    return new EmailChannel(
        kit.prefix(),
        bootstrap,
        new MailRound(kit.prefix(), new KafkaTemplate<>(producers), postman, clock),
        new UnderWay(kit.prefix(), bootstrap));
  }
}
