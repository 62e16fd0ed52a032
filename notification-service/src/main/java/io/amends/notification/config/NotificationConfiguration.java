package io.amends.notification.config;

import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.kit.access.BrokerAccess;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.config.KitSettings;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.http.AnswersById;
import io.amends.kit.http.OwnerRouting;
import io.amends.kit.publish.Publisher;
import io.amends.kit.security.DerivedCodes;
import io.amends.kit.security.PublicPaths;
import io.amends.kit.security.SignedLinks;
import io.amends.kit.streams.ExpectedTopic;
import io.amends.kit.streams.StreamsApp;
import io.amends.kit.streams.StreamsRuntime;
import io.amends.kit.words.Bundles;
import io.amends.notification.channel.Carrier;
import io.amends.notification.channel.Channel;
import io.amends.notification.channel.Clearances;
import io.amends.notification.channel.Safeguards;
import io.amends.notification.channel.TapLinks;
import io.amends.notification.domain.offer.VoucherAnswer;
import io.amends.notification.email.GuestLinks;
import io.amends.notification.email.Letters;
import io.amends.notification.email.Postman;
import io.amends.notification.email.Specimens;
import io.amends.notification.http.LastLook;
import io.amends.notification.http.OwnerClearances;
import io.amends.notification.http.RedemptionLog;
import io.amends.notification.http.RedriveLog;
import io.amends.notification.sms.SmsCarrier;
import io.amends.notification.sms.SmsGateway;
import io.amends.notification.stream.GateTopology;
import io.amends.notification.stream.OfferWire;
import io.amends.notification.webhook.WebhookCarrier;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.web.reactive.function.client.WebClient;

/** How the service is put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NotificationSettings.class)
class NotificationConfiguration {

  @Bean
  StreamsApp gate(
      KitSettings kit,
      StreamsRuntime runtime,
      HotelClock clock,
      DeadlineService deadlines,
      DerivedCodes codes,
      NotificationSettings settings) {
    Stream<Topic<?>> byGuest =
        Stream.of(
            Topics.CASE_EVENTS,
            Topics.RISK_ALERTS,
            Topics.INTERACTIONS,
            Topics.GUESTS,
            Topics.NOTIFICATIONS,
            Topics.DISPATCH_EMAIL,
            Topics.DISPATCH_SMS,
            Topics.DISPATCH_WEBHOOK,
            Topics.HANDED_OVER,
            Topics.OFFER_BUDGETS_ASKED,
            Topics.OFFER_BUDGETS_ANSWERED,
            Topics.VOUCHERS_ASKED,
            Topics.VOUCHER_OUTCOMES,
            Topics.CASES,
            Topics.HOTEL_MORNINGS,
            Topics.REPORTS,
            Topics.GUEST_LINKS,
            Topics.CONTACTS);
    Stream<Topic<?>> tables = Stream.of(Topics.PROPERTIES, Topics.ROSTERS, Topics.POLICIES);
    return new StreamsApp(
        kit.service(),
        GateTopology.build(
            kit.prefix(),
            runtime.topologyConfig(),
            clock,
            deadlines,
            codes,
            settings.sms().isThere()),
        Stream.concat(
                byGuest.map(t -> new ExpectedTopic(t.on(kit.prefix()), t.config(), true)),
                tables.map(t -> new ExpectedTopic(t.on(kit.prefix()), t.config(), false)))
            .toList());
  }

  @Bean
  MessageSource messageSource() {
    return Bundles.of("hotel", "letters");
  }

  @Bean
  TapLinks tapLinks(SignedLinks links, NotificationSettings settings) {
    return new TapLinks(links, settings.deskUrl());
  }

  @Bean
  Letters letters(
      MessageSource words,
      TapLinks taps,
      SignedLinks links,
      NotificationSettings settings,
      DerivedCodes codes,
      HotelClock clock) {
    return new Letters(
        words, taps, new GuestLinks(settings.guestUrl(), links, clock), codes, clock);
  }

  @Bean
  Specimens specimens(DerivedCodes codes, HotelClock clock) {
    return new Specimens(codes, clock);
  }

  @Bean
  LastLook lastLook(OwnerRouting owners, HotelClock clock) {
    return new LastLook(owners, clock);
  }

  @Bean
  Clearances clearances(
      OwnerRouting owners,
      LastLook here,
      SignedLinks links,
      HotelClock clock,
      WebClient.Builder http) {
    return new OwnerClearances(owners, here, links, clock, http.build());
  }

  @Bean
  PublicPaths publicPaths() {
    return PublicPaths.of("/internal/**"); // signed links let other instances in
  }

  /** Codes of vouchers, by the keys of links. */
  @Bean
  DerivedCodes voucherCodes(KitSettings kit) {
    return new DerivedCodes(kit.linkKeys());
  }

  @Bean
  RedemptionLog redemptionLog(Publisher publisher, KitSettings kit) {
    return new RedemptionLog(publisher, kit.prefix());
  }

  @Bean
  RedriveLog redriveLog(Publisher publisher, KitSettings kit, HotelClock clock) {
    return new RedriveLog(publisher, kit.prefix(), clock);
  }

  @Bean
  AnswersById<VoucherAnswer> redemptions(KitSettings kit, BrokerAccess access) {
    return new AnswersById<>(
        Topics.VOUCHER_OUTCOMES.on(kit.prefix()),
        access,
        record -> {
          VoucherAnswer answer = OfferWire.answer(record.value());
          return Map.entry(answer.commandId(), answer);
        });
  }

  @Bean
  Postman postman(
      NotificationSettings settings, JavaMailSenderImpl server, Letters letters, HotelClock clock) {
    return new Postman(server, settings.mailConnections(), letters, settings.from(), clock);
  }

  @Bean
  WebhookCarrier webhookCarrier(NotificationSettings settings, TapLinks taps, HotelClock clock) {
    return new WebhookCarrier(settings.webhookSecrets(), taps, settings.webhookPatience(), clock);
  }

  @Bean
  Ways ways(
      KitSettings kit,
      ConsumerFactory<?, ?> consumers,
      ProducerFactory<byte[], byte[]> producers,
      Clearances clearances,
      HotelClock clock,
      MeterRegistry meters,
      ObjectProvider<Safeguards> safeguards) {
    return new Ways(
        kit,
        consumers,
        producers,
        clearances,
        clock,
        meters,
        safeguards.getIfAvailable(() -> Safeguards.ALL));
  }

  @Bean
  Channel emailChannel(Ways ways, Postman postman) {
    return ways.channel("email", Topics.DISPATCH_EMAIL, postman, _ -> "mail server");
  }

  @Bean
  Channel webhookChannel(Ways ways, WebhookCarrier webhooks) {
    return ways.channel("webhook", Topics.DISPATCH_WEBHOOK, webhooks, to -> to.to().to());
  }

  @Bean
  Carrier smsCarrier(NotificationSettings settings, Letters letters, HotelClock clock) {
    NotificationSettings.Sms sms = settings.sms();
    if (!sms.isThere()) {
      return SmsCarrier.NO_GATEWAY;
    }
    return new SmsCarrier(
        new SmsGateway(
            URI.create(sms.url()),
            sms.contentType(),
            sms.body(),
            sms.header(),
            sms.from(),
            Pattern.compile(sms.accepted()),
            sms.patience()),
        letters,
        clock);
  }

  @Bean
  Channel smsChannel(Ways ways, @Qualifier("smsCarrier") Carrier sms) {
    return ways.channel("sms", Topics.DISPATCH_SMS, sms, _ -> "gateway");
  }
}
