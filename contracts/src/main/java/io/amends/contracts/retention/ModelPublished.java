package io.amends.contracts.retention;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters that scores are made with. A version never changes; which of them is in use may.
 *
 * @param since when this version was fitted; under {@link #CURRENT}, since when it is in use
 * @param prior the table of the literature that it started from
 * @param window what it learned from; null if from no history
 * @param parameters by name, as the model's documentation gives them
 * @param figures how well it fits and predicts, by name
 */
@JsonTypeName("amends.retention.model-published.v1")
public record ModelPublished(
    String version,
    Instant since,
    String prior,
    @Nullable Window window,
    Map<String, Double> parameters,
    Map<String, Double> figures)
    implements ModelEvent {

  /** Under this key lies the version in use. */
  public static final String CURRENT = "current";

  public ModelPublished {
    parameters = Map.copyOf(parameters);
    figures = Map.copyOf(figures);
  }

  /**
   * What a model learned from.
   *
   * @param from the first thing that happened
   * @param to the last moment that it looked at
   * @param guests how many, of all or of a sample of them
   * @param sampled the share of all guests that was looked at, 1 for all
   */
  public record Window(Instant from, Instant to, long guests, double sampled) {}
}
