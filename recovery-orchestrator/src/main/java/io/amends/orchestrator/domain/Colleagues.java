package io.amends.orchestrator.domain;

import io.amends.contracts.Place;
import io.amends.contracts.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who is on duty, as far as anybody has said. */
@FunctionalInterface
public interface Colleagues {

  /** Nobody has said who works where: any role may be asked. */
  Colleagues UNKNOWN = (_, _, _) -> Optional.empty();

  /** Empty: nobody has said who works at that hotel. */
  Optional<List<Person>> on(Role role, Place place, Instant at);

  /**
   * Somebody on duty.
   *
   * @param id the subject of the person's token
   */
  record Person(String id, String name) {}
}
