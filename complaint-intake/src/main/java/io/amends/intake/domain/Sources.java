package io.amends.intake.domain;

import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import java.util.Map;
import java.util.Optional;

/**
 * Who may speak through which topic. The topic says who wrote; {@code ce_source} must agree.
 *
 * @param uris the {@code ce_source} of a source, where it is not simply its name at the end of it
 */
public record Sources(Map<String, String> uris) {

  /** Our own edge: {@code http/<who called>}. */
  public static final String HTTP = "http";

  public Sources {
    uris = Map.copyOf(uris);
  }

  /** What is wrong with a {@code ce_source} in the topic of this source, if something is. */
  public Optional<Flaw> check(String source, String ceSource) {
    String uri = uris.get(source);
    boolean fits =
        uri != null
            ? uri.equals(ceSource)
            : source.equals(HTTP)
                ? ceSource.startsWith(HTTP + "/")
                : ceSource.equals(source) || ceSource.matches(".*[:/]" + source);
    String expected =
        uri != null ? uri : "the topic's source, %s, alone or after : or /".formatted(source);
    return fits ? Optional.empty() : Optional.of(new Flaw("ce_source", ceSource, expected));
  }
}
