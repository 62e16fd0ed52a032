package io.amends.kit.config;

import io.amends.kit.access.AccessSettings;
import io.amends.kit.access.BrokerAccess;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.clock.MovableClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.events.Json;
import io.amends.kit.http.OwnerRouting;
import io.amends.kit.http.ProblemHandler;
import io.amends.kit.metrics.CardinalityFuse;
import io.amends.kit.metrics.FuseMeters;
import io.amends.kit.openapi.OpenApi;
import io.amends.kit.publish.Publisher;
import io.amends.kit.security.KitSecurity;
import io.amends.kit.security.PublicPaths;
import io.amends.kit.security.SignedLinks;
import io.amends.kit.streams.ClusterSettings;
import io.amends.kit.streams.StreamsApp;
import io.amends.kit.streams.StreamsHealth;
import io.amends.kit.streams.StreamsLiveness;
import io.amends.kit.streams.StreamsMeters;
import io.amends.kit.streams.StreamsRuntime;
import io.amends.kit.streams.StreamsSettings;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;
import org.springframework.http.ProblemDetail;
import org.springframework.http.codec.json.JacksonJsonDecoder;
import org.springframework.http.codec.json.JacksonJsonEncoder;
import org.springframework.http.converter.json.ProblemDetailJacksonMixin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Gives a service what it runs on: clock, Streams, deadlines, security, reads and writes. */
@AutoConfiguration(
    after = KafkaAutoConfiguration.class,
    beforeName = {
      "org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration",
      "org.springframework.boot.security.oauth2.server.resource.autoconfigure.reactive.ReactiveOAuth2ResourceServerAutoConfiguration"
    })
@EnableConfigurationProperties({
  AccessSettings.class,
  KitSettings.class,
  StreamsSettings.class,
  ClusterSettings.class
})
public class KitAutoConfiguration {

  /**
   * The clock of the house.
   *
   * @throws IllegalStateException if it is movable beside a mail server that is not on this machine
   */
  @Bean
  @ConditionalOnMissingBean
  HotelClock clock(KitSettings settings, @Value("${spring.mail.host:localhost}") String mailHost)
      throws UnknownHostException {
    Path file = settings.clockFile();
    if (file == null) {
      return HotelClock.system();
    }
    if (!InetAddress.getByName(mailHost).isLoopbackAddress()) {
      throw new IllegalStateException(
          "amends.clock-file: set beside spring.mail.host %s (expected: real time where mails are"
                  .formatted(mailHost)
              + " real)");
    }
    return new MovableClock(file);
  }

  @Bean
  @ConditionalOnMissingBean
  SignedLinks signedLinks(KitSettings settings, HotelClock clock) {
    return new SignedLinks(settings.linkKeys(), clock);
  }

  @Bean
  @ConditionalOnMissingBean
  PublicPaths publicPaths() {
    return PublicPaths.of();
  }

  @Bean
  @ConditionalOnMissingBean
  SecurityWebFilterChain securityChain(
      ServerHttpSecurity http,
      PublicPaths open,
      SignedLinks links,
      ObjectProvider<RequestMappingHandlerMapping> mappings) {
    return KitSecurity.chain(http, open, links, mappings);
  }

  @Bean
  @ConditionalOnMissingBean
  BrokerAccess brokerAccess(
      @Value("${spring.kafka.bootstrap-servers}") String brokers, AccessSettings said) {
    return BrokerAccess.of(brokers, said);
  }

  /** Spring's own producers call the cluster as all other clients do. */
  @Bean
  DefaultKafkaProducerFactoryCustomizer producersWithAccess(BrokerAccess access) {
    return producers -> producers.updateConfigs(access.client());
  }

  @Bean
  DefaultKafkaConsumerFactoryCustomizer consumersWithAccess(BrokerAccess access) {
    return consumers -> consumers.updateConfigs(access.client());
  }

  @Bean
  ProblemHandler problemHandler() {
    return new ProblemHandler();
  }

  @Bean
  StreamsRuntime streamsRuntime(
      KitSettings settings,
      StreamsSettings streams,
      ClusterSettings cluster,
      HotelClock clock,
      BrokerAccess access) {
    return new StreamsRuntime(
        settings.prefix(),
        settings.service(),
        access,
        settings.endpoint(),
        streams,
        cluster,
        clock);
  }

  /** A service without Streams leaves the runtime idle. */
  @Bean
  StreamsStart streamsStart(StreamsRuntime runtime, ObjectProvider<StreamsApp> app) {
    app.ifAvailable(runtime::run);
    return new StreamsStart();
  }

  /** Marks that the runtime knows its application. */
  record StreamsStart() {}

  @Bean
  DeadlineService deadlineService(HotelClock clock, StreamsRuntime runtime, MeterRegistry meters) {
    return new DeadlineService(clock, runtime.gates(), meters);
  }

  @Bean
  @ConditionalOnBean(StreamsApp.class)
  StreamsHealth streamsHealthIndicator(StreamsRuntime runtime) {
    return new StreamsHealth(runtime);
  }

  @Bean
  @ConditionalOnBean(StreamsApp.class)
  StreamsLiveness streamsAliveHealthIndicator(StreamsRuntime runtime) {
    return new StreamsLiveness(runtime);
  }

  @Bean
  @ConditionalOnBean(StreamsApp.class)
  StreamsMeters streamsMeters(StreamsRuntime runtime) {
    return new StreamsMeters(runtime);
  }

  @Bean
  CardinalityFuse cardinalityFuse() {
    return new CardinalityFuse();
  }

  @Bean
  FuseMeters fuseMeters(CardinalityFuse fuse) {
    return new FuseMeters(fuse);
  }

  @Bean
  OpenApi openApi(
      KitSettings settings,
      PublicPaths open,
      ObjectProvider<RequestMappingHandlerMapping> mappings) {
    return new OpenApi(settings.service(), open, mappings);
  }

  /** JSON over HTTP is read and written as the house does it. */
  @Bean
  JsonMapper jsonMapper() {
    return Json.mapper()
        .rebuild()
        // more members of a problem document stand beside the others (RFC 9457), not below them
        .addMixIn(ProblemDetail.class, ProblemDetailJacksonMixin.class)
        .build();
  }

  /** Boot's own module for it can't be had in this version. */
  @Bean
  @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
  WebClient.Builder webClientBuilder(JsonMapper json) {
    return WebClient.builder()
        .codecs(
            codecs -> {
              codecs.defaultCodecs().jacksonJsonDecoder(new JacksonJsonDecoder(json));
              codecs.defaultCodecs().jacksonJsonEncoder(new JacksonJsonEncoder(json));
            });
  }

  @Bean
  OwnerRouting ownerRouting(StreamsRuntime runtime, KitSettings settings, WebClient.Builder http) {
    return new OwnerRouting(runtime, settings.endpoint(), http.build());
  }

  @Bean(destroyMethod = "close")
  Publisher publisher(ProducerFactory<byte[], byte[]> producers, KitSettings settings) {
    return new Publisher(
        new KafkaTemplate<>(producers), settings.publishPlaces(), settings.publishWithin());
  }
}
