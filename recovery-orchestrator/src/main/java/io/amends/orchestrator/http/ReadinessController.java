package io.amends.orchestrator.http;

import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.RosterReference;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.events.Json;
import io.amends.kit.http.OwnerRouting;
import io.amends.kit.http.Problem;
import io.amends.kit.security.AllowedRoles;
import io.amends.kit.security.Caller;
import io.amends.orchestrator.domain.Readiness;
import io.amends.orchestrator.stream.RecoveryTopology;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What each hotel still lacks before it may go live. */
@RestController
@AllowedRoles(AllowedRoles.HOUSE)
class ReadinessController {

  private final OwnerRouting owners;
  private final HotelClock clock;
  private final CaseWords words;

  ReadinessController(OwnerRouting owners, HotelClock clock, CaseWords words) {
    this.owners = owners;
    this.clock = clock;
    this.words = words;
  }

  /** One hotel; {@code says} in the caller's language. */
  record View(
      String propertyId,
      PropertyReference.Mode mode,
      boolean ready,
      List<Readiness.Lack> lacks,
      List<String> says) {}

  @GetMapping("/properties/{propertyId}/readiness")
  Mono<View> one(
      @PathVariable String propertyId,
      @Nullable Locale locale,
      @AuthenticationPrincipal Caller caller) {
    return Mono.fromSupplier(
            () -> {
              byte @Nullable [] row =
                  caller.holdsFor(propertyId) ? properties().get(propertyId) : null;
              if (row == null) {
                throw Problem.of(
                    HttpStatus.NOT_FOUND,
                    "no-such-property",
                    "Expected a property of yours, but there is none.");
              }
              return view(row, locale);
            })
        .subscribeOn(Schedulers.boundedElastic());
  }

  /** Of every hotel that the caller holds for. */
  @GetMapping("/readiness")
  Mono<List<View>> all(@Nullable Locale locale, @AuthenticationPrincipal Caller caller) {
    return Mono.fromSupplier(
            () -> {
              List<View> views = new ArrayList<>();
              try (KeyValueIterator<String, byte[]> rows = properties().all()) {
                rows.forEachRemaining(
                    row -> {
                      if (caller.holdsFor(row.key)) {
                        views.add(view(row.value, locale));
                      }
                    });
              }
              return views;
            })
        .subscribeOn(Schedulers.boundedElastic());
  }

  private View view(byte[] row, @Nullable Locale locale) {
    PropertyReference property = Json.read(row, PropertyReference.class);
    ReadOnlyKeyValueStore<String, byte[]> rosters = owners.store(RecoveryTopology.ROSTERS);
    byte @Nullable [] roster = rosters.get(property.propertyId().value());
    Readiness found =
        Readiness.of(
            property,
            roster == null ? null : Json.read(roster, RosterReference.class),
            Set.of("en", "zh"), // those of the letters to its guests
            property.zone().date(clock.instant()));
    return new View(
        found.property(),
        found.mode(),
        found.lacks().isEmpty(),
        found.lacks(),
        found.lacks().stream().map(lack -> words.lack(lack, locale)).toList());
  }

  private ReadOnlyKeyValueStore<String, byte[]> properties() {
    return owners.store(RecoveryTopology.PROPERTIES);
  }
}
