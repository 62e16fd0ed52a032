package io.amends.intake.domain;

import io.amends.contracts.topics.InboundKind;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Under which key something travels through the door. What a source tells of a guest it names stays
 * in the order told, so it travels under the guest; everything else travels under its event, where
 * its repeats meet and where its status is asked for.
 */
public final class TravelKey {

  private TravelKey() {}

  /**
   * The key of one arrival.
   *
   * @param event its {@link EventKey}
   * @param body as its schema has it
   */
  public static String of(InboundKind kind, UUID event, JsonNode body) {
    JsonNode guest = body.path("guestId");
    return kind == InboundKind.INTERACTIONS && guest.isString()
        ? "guest/" + guest.asString()
        : event.toString();
  }
}
