package io.amends.contracts.retention;

import io.amends.contracts.GuestId;
import java.time.Instant;

/**
 * Something about a guest that somebody should act on or look into. History, a first score and a
 * change of the model raise none.
 */
public sealed interface RetentionAlert permits RiskAlert, StayAlert, GuestDefected {

  GuestId guestId();

  Instant asOf();
}
