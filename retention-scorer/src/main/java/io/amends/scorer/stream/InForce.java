package io.amends.scorer.stream;

import io.amends.contracts.policy.HotelPolicy;
import io.amends.contracts.policy.Risk;
import io.amends.contracts.reference.PolicyReference;
import io.amends.contracts.retention.ModelPublished;
import io.amends.kit.events.CurrentRow;
import io.amends.kit.events.Json;
import io.amends.kit.events.Yaml;
import io.amends.scorer.domain.model.Parameters;
import io.amends.scorer.domain.model.Priors;
import io.amends.scorer.domain.model.RiskModel;
import io.amends.scorer.domain.policy.RiskPolicy;
import io.amends.scorer.domain.profile.ProfileRules;
import io.amends.scorer.domain.score.Scorer;
import io.amends.scorer.domain.watch.GuestWatch;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * The rules by which guests are watched and the model by which they are scored: what the chain has
 * applied and what its guests have taught, else what ships. Used by one thread.
 */
public final class InForce {

  private static final Logger LOG = LoggerFactory.getLogger(InForce.class);

  private final CurrentRow<Policy> policies =
      new CurrentRow<>(
          PolicyReference.CURRENT,
          policy(Yaml.resource(HotelPolicy.SHIPPED)),
          row -> policy(Json.read(row, PolicyReference.class).policy()));
  private final CurrentRow<Fitted> models =
      new CurrentRow<>(ModelPublished.CURRENT, Fitted.NONE, this::fitted);
  private @Nullable Policy policy;
  private Fitted fitted = Fitted.NONE;
  private @Nullable Rules rules;

  /** What holds together at one moment. */
  public record Rules(GuestWatch watch, RiskModel model) {}

  private record Policy(GuestWatch watch, Risk risk) {}

  /** A model from the topic of models; null: nothing was fitted yet, and the prior holds. */
  private record Fitted(@Nullable RiskModel model) {

    private static final Fitted NONE = new Fitted(null);
  }

  /**
   * What holds now.
   *
   * @param policyRows the table of policies by key
   * @param modelRows the table of models by key
   */
  public Rules in(
      Function<String, byte @Nullable []> policyRows,
      Function<String, byte @Nullable []> modelRows) {
    Policy newest = policies.in(policyRows);
    Fitted model = models.in(modelRows);
    Rules known = rules;
    if (known == null || !Objects.equals(newest, policy) || !Objects.equals(model, fitted)) {
      policy = newest;
      fitted = model;
      known = new Rules(newest.watch(), model(newest.risk(), model.model()));
      rules = known;
    }
    return known;
  }

  /** A version by its name, as it would score under the policy in force; empty if none has it. */
  public Optional<RiskModel> version(
      String version,
      Function<String, byte @Nullable []> policyRows,
      Function<String, byte @Nullable []> modelRows) {
    Policy now = policies.in(policyRows);
    if (version.equals(Priors.MODEL.version())) {
      return Optional.of(model(now.risk(), null));
    }
    byte[] row = isKeyOfVersion(version) ? modelRows.apply(version) : null;
    return row == null ? Optional.empty() : Optional.of(model(now.risk(), read(row)));
  }

  /** What lies in the table of models under other keys is about models, and is none. */
  public static boolean isKeyOfVersion(String key) {
    return key.startsWith("fit-2");
  }

  /**
   * The model of a row.
   *
   * @throws IllegalArgumentException naming the parameter that is missing or makes no sense
   */
  public static RiskModel read(byte[] row) {
    ModelPublished published = Json.read(row, ModelPublished.class);
    return Parameters.read(published.version(), published.prior(), published.parameters());
  }

  private static RiskModel model(Risk policy, @Nullable RiskModel fitted) {
    if (fitted != null) {
      return fitted.over(policy.horizon());
    }
    RiskModel prior = Priors.MODEL.within(policy.horizon());
    var failures = prior.failures();
    var tarp = failures.tarp().learned(policy.priorStrength().tarp(), Map.of());
    return prior.with(failures.with(tarp), prior.weights());
  }

  /** A row that makes no sense changes nothing: guests are scored by the model before it. */
  private Fitted fitted(byte[] row) {
    try {
      return new Fitted(read(row));
    } catch (IllegalArgumentException | JacksonException failure) {
      LOG.error("The model in use can't be read; the one before it stays", failure);
      return fitted;
    }
  }

  private static Policy policy(Object document) {
    HotelPolicy policy = Json.mapper().convertValue(document, HotelPolicy.class);
    return new Policy(
        new GuestWatch(ProfileRules.DEFAULT, new Scorer(RiskPolicy.of(policy))), policy.risk());
  }
}
