package io.amends.contracts.retention;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.Actor;
import java.time.Instant;

/**
 * Somebody wants a new model now, without waiting for the schedule.
 *
 * @param at when it was asked for, hotel time
 */
@JsonTypeName("amends.retention.fit-asked.v1")
public record FitAsked(Instant at, Actor by) implements ModelEvent {

  /** Under this key lies the newest. */
  public static final String NEWEST = "fit-asked";
}
