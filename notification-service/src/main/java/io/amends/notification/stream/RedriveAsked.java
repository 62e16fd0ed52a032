package io.amends.notification.stream;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.Actor;
import io.amends.contracts.Sorted;
import io.amends.contracts.notification.Message;
import java.util.Set;

/**
 * Somebody wants a message tried once more that had failed.
 *
 * @param properties for which that person answers; {@code *}: all
 */
@JsonTypeName("amends.notification.redrive-asked.v1")
public record RedriveAsked(String messageId, Actor by, Set<String> properties) {

  public RedriveAsked {
    properties = Sorted.copyOf(properties);
  }

  boolean concerns(Message message) {
    return properties.contains("*")
        || (message.propertyId() != null && properties.contains(message.propertyId().value()));
  }
}
