package io.amends.bench.stack;

import io.amends.contracts.topics.Topics;
import io.amends.kit.events.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.node.ObjectNode;

/** The approved samples of what services write. */
public final class Samples {

  private Samples() {}

  /** One of them, to be changed by whoever asks; such as {@code amends.recovery.case.v1}. */
  public static ObjectNode of(String name) {
    try (InputStream in =
        Objects.requireNonNull(
            Topics.class.getResourceAsStream("/samples/" + name + ".json"), name)) {
      return (ObjectNode) Json.mapper().readTree(in);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
