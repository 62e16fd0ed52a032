package io.amends.desk.config;

import io.amends.desk.audit.Looks;
import io.amends.desk.cases.Asking;
import io.amends.desk.cases.CaseFile;
import io.amends.desk.cases.Peers;
import io.amends.desk.find.Finder;
import io.amends.desk.http.CaseClient;
import io.amends.desk.live.Changes;
import io.amends.desk.people.Audit;
import io.amends.desk.reports.GuestMeters;
import io.amends.desk.reports.Reports;
import io.amends.desk.view.AsOf;
import io.amends.desk.view.Follower;
import io.amends.desk.view.House;
import io.amends.desk.view.Seal;
import io.amends.desk.view.View;
import io.amends.desk.words.Bundles;
import io.amends.desk.words.Page;
import io.amends.kit.access.BrokerAccess;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.config.KitSettings;
import io.amends.kit.publish.Publisher;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.reactive.function.client.WebClient;

/** How the desk is put together. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeskSettings.class)
class DeskConfiguration {

  @Bean
  CaseClient caseClient(WebClient.Builder http, DeskSettings settings) {
    return new CaseClient(http.baseUrl(settings.orchestratorUrl()).build());
  }

  @Bean
  Seal seal(DeskSettings settings) {
    return new Seal(settings.viewSecret());
  }

  @Bean(destroyMethod = "close")
  View view(DeskSettings settings, Seal seal) {
    return View.in(settings.view(), seal);
  }

  @Bean
  JdbcTemplate viewReads(View view) {
    return view.read();
  }

  /** The view tells of changes, and pages ask how old it is: each knows the other. */
  @Bean
  AtomicReference<Supplier<AsOf>> howOld() {
    return new AtomicReference<>(() -> AsOf.NEVER);
  }

  @Bean
  Supplier<AsOf> asOf(AtomicReference<Supplier<AsOf>> howOld) {
    return () -> howOld.get().get();
  }

  @Bean
  Changes changes(Supplier<AsOf> asOf) {
    return new Changes(asOf);
  }

  @Bean
  Follower follower(
      View view,
      Seal seal,
      KitSettings kit,
      BrokerAccess access,
      HotelClock clock,
      MeterRegistry meters,
      Changes changes,
      AtomicReference<Supplier<AsOf>> howOld) {
    Follower follower =
        new Follower(view, seal, kit.prefix(), access, clock, meters, changes::accept);
    howOld.set(follower::asOf);
    Gauge.builder(
            "desk.view.age",
            () -> Duration.between(follower.asOf().real(), clock.real()).toSeconds())
        .baseUnit("seconds")
        .register(meters);
    Gauge.builder("desk.view.size", view::size).baseUnit("bytes").register(meters);
    return follower;
  }

  /** A desk that has not read everything once would show people too little. */
  @Bean
  HealthIndicator viewHealthIndicator(Follower follower) {
    return () ->
        (follower.isFilled() ? Health.up() : Health.outOfService())
            .withDetail("asOf", follower.asOf().hotel().toString())
            .build();
  }

  @Bean
  House house(JdbcTemplate viewReads, Seal seal) {
    return new House(viewReads, seal);
  }

  @Bean
  CaseFile caseFile(JdbcTemplate viewReads, Seal seal) {
    return new CaseFile(viewReads, seal);
  }

  @Bean
  Peers peers(JdbcTemplate viewReads, HotelClock clock) {
    return new Peers(viewReads, clock);
  }

  @Bean
  Asking asking(CaseFile file, House house, CaseClient orchestrator, Changes changes) {
    return new Asking(file, house, orchestrator, changes);
  }

  @Bean
  Finder finder(JdbcTemplate viewReads, Seal seal) {
    return new Finder(viewReads, seal);
  }

  @Bean
  Reports reports(JdbcTemplate viewReads) {
    return new Reports(viewReads);
  }

  @Bean
  GuestMeters guestMeters(JdbcTemplate viewReads, HotelClock clock) {
    return new GuestMeters(viewReads, clock);
  }

  @Bean
  Looks looks(JdbcTemplate viewReads, Seal seal) {
    return new Looks(viewReads, seal);
  }

  @Bean
  Audit audit(Publisher publisher, KitSettings kit, HotelClock clock) {
    return new Audit(publisher, kit.prefix(), clock);
  }

  @Bean
  Page page(Supplier<AsOf> asOf) {
    return new Page(asOf);
  }

  @Bean
  Bundles bundles(MessageSource messages, HotelClock clock) {
    return new Bundles(messages, clock);
  }
}
