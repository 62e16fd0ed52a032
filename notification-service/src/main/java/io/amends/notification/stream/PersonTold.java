package io.amends.notification.stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.GuestId;
import io.amends.notification.domain.person.Known;
import java.time.Instant;
import java.util.Map;

/**
 * What one id of a person tells another. Internal to notification, on {@code
 * notification.reports.v1} under the id that is told.
 *
 * @param by the id that tells it
 * @param since when the last of the ids was joined, as far as it knows, hotel time
 * @param known by guest id; of the teller itself or of those beyond it
 */
@JsonTypeName("amends.notification.person-told.v1")
record PersonTold(GuestId by, Instant since, Map<String, Known> known) {

  PersonTold {
    known = Map.copyOf(known);
  }
}
