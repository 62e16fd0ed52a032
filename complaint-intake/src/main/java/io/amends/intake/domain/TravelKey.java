package io.amends.intake.domain;

import io.amends.contracts.topics.InboundKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
   * @param guestId whom its source names
   */
  public static String of(InboundKind kind, UUID event, @Nullable String guestId) {
    return kind == InboundKind.INTERACTIONS && guestId != null
        ? "guest/" + guestId
        : event.toString();
  }
}
