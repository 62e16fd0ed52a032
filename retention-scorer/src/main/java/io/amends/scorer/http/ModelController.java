package io.amends.scorer.http;

import io.amends.contracts.Actor;
import io.amends.contracts.retention.FitEnded;
import io.amends.contracts.retention.ModelPublished;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.http.OwnerRouting;
import io.amends.kit.http.Problem;
import io.amends.kit.security.AllowedRoles;
import io.amends.kit.security.Caller;
import io.amends.scorer.domain.model.Parameters;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.fitting.ModelLog;
import io.amends.scorer.fitting.ModelTable;
import io.amends.scorer.stream.InForce;
import io.amends.scorer.stream.RiskTopology;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The model that guests are scored by: which it is, a new one now, an earlier one again. */
@RestController
class ModelController {

  private final OwnerRouting stores;
  private final ModelTable models;
  private final ModelLog log;
  private final HotelClock clock;
  private final InForce inForce = new InForce();

  ModelController(OwnerRouting stores, ModelTable models, ModelLog log, HotelClock clock) {
    this.stores = stores;
    this.models = models;
    this.log = log;
    this.clock = clock;
  }

  /**
   * All that is known of models.
   *
   * @param versions that were fitted, the newest first
   * @param lastFit null if there was none yet
   */
  record ModelsView(
      ModelPublished inUse, List<ModelPublished> versions, @Nullable FitEnded lastFit) {}

  /** That a fit was asked for; the last fit's hour is not before this when it is done. */
  record Asked(Instant askedAt) {}

  @AllowedRoles(AllowedRoles.HOUSE)
  @GetMapping("/models")
  Mono<ModelsView> list() {
    return Mono.fromSupplier(
            () ->
                new ModelsView(
                    models.current().orElseGet(() -> shipped(clock.instant())),
                    models.versions(),
                    models.lastFit().orElse(null)))
        .subscribeOn(Schedulers.boundedElastic());
  }

  @AllowedRoles(
      value = {"HEAD_OFFICE", "OPERATIONS"},
      everywhere = true)
  @PostMapping("/models/fit")
  Mono<ResponseEntity<Asked>> fit(@AuthenticationPrincipal Caller caller) {
    Instant now = clock.instant();
    return Mono.fromFuture(log.ask(now, Actor.staff(caller.id())))
        .thenReturn(ResponseEntity.accepted().body(new Asked(now)));
  }

  @AllowedRoles(
      value = {"HEAD_OFFICE", "OPERATIONS"},
      everywhere = true)
  @PostMapping("/models/{version}/use")
  Mono<ModelPublished> use(@PathVariable String version) {
    Instant now = clock.instant();
    return Mono.fromSupplier(() -> find(version, now))
        .subscribeOn(Schedulers.boundedElastic())
        .flatMap(model -> Mono.fromFuture(log.takeIntoUse(model, now)).thenReturn(model));
  }

  private ModelPublished find(String version, Instant now) {
    if (version.equals(Priors.MODEL.version())) {
      return shipped(now);
    }
    if (!InForce.isKeyOfVersion(version)) {
      throw unknown(version);
    }
    return models.version(version).orElseThrow(() -> unknown(version));
  }

  /** The prior, as the policy in force has it. */
  private ModelPublished shipped(Instant now) {
    ReadOnlyKeyValueStore<String, byte[]> policies = stores.store(RiskTopology.POLICIES);
    RiskModel prior;
    synchronized (inForce) {
      prior =
          inForce.version(Priors.MODEL.version(), policies::get, _ -> null).orElse(Priors.MODEL);
    }
    return new ModelPublished(
        prior.version(), now, prior.failures().tarp().name(), null, Parameters.of(prior), Map.of());
  }

  private static Problem unknown(String version) {
    return Problem.of(
        HttpStatus.NOT_FOUND,
        "unknown-model",
        "Expected a version of the model, but found %s.".formatted(version));
  }
}
