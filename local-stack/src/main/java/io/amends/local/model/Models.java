package io.amends.local.model;

import io.amends.local.stack.StackFailure;
import io.amends.local.token.OneService;
import io.amends.local.token.Tokens;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The model of the running scorer, over HTTP like anybody else. */
public final class Models {

  private final OneService service;

  /**
   * Prepares it.
   *
   * @param scorer its address
   */
  public Models(String scorer, Tokens tokens) {
    service = new OneService("scorer", scorer, tokens);
  }

  /** Which model is in use, which there are, and what the last fit came to. */
  public JsonNode all() throws InterruptedException {
    return service.ask("GET", "/models");
  }

  /** Asks for a fit; when that was, hotel time. */
  public Instant askForFit() throws InterruptedException {
    return Instant.parse(service.ask("POST", "/models/fit").path("askedAt").asString());
  }

  /** What the fit came to that was asked for; empty as long as it is under way. */
  public Optional<JsonNode> fitSince(Instant asked) throws InterruptedException {
    JsonNode last = all().path("lastFit");
    return last.has("at") && !Instant.parse(last.path("at").asString()).isBefore(asked)
        ? Optional.of(last)
        : Optional.empty();
  }

  /**
   * Takes a version into use.
   *
   * @throws StackFailure if there is no such version
   */
  public void use(String version) throws InterruptedException {
    service.ask("POST", "/models/" + version + "/use");
  }
}
