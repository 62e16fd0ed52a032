package io.amends.contracts.retention;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Map;

/**
 * The parameters that scores are made with.
 *
 * @param parameters by name, as the model's documentation gives them
 * @param figures how well it fits and predicts, by name
 */
@JsonTypeName("amends.retention.model-published.v1")
public record ModelPublished(
    String version, Map<String, Double> parameters, Map<String, Double> figures) {}
