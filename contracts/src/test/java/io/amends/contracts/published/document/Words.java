package io.amends.contracts.published.document;

import io.amends.contracts.topics.Party;
import io.amends.contracts.topics.Topic;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/** What documents say about a topic. */
final class Words {

  private Words() {}

  /** Its name, with the source left open where each has its own. */
  static String name(Topic<?> topic) {
    return topic.writtenBy().equals(Set.of(Party.FOREIGN_SYSTEM))
        ? topic.name().replaceAll("[^.]+$", "{source}")
        : topic.name();
  }

  static String key(Topic<?> topic) {
    return switch (topic.key()) {
      case ANY -> "whatever the source chooses";
      case GUEST -> "guest id";
      case GUEST_AND_CASE -> "guest id/case id, partitioned by the guest id alone";
      case GUEST_AND_TEXT -> "guest id/text id, partitioned by the guest id alone";
      case PROPERTY -> "property id";
      case POLICY -> "scope/kind@version, or scope/kind@current";
      case CURRENCY_AND_DATE -> "currency/date";
      case MODEL -> "version of the model, current, fit-asked or fit-ended";
      case EVENT -> "UUIDv8 of source and event id";
      case DIRECTORY -> "what a guest is found by: a stay, a room, the hash of a contact";
      case BUDGET ->
          "whose month: a person, a role or a programme at a hotel or in a region, and the month";
      case VOUCHER -> "SHA-256 of the code of a voucher";
    };
  }

  static String kept(Topic<?> topic) {
    return switch (topic.cleanup()) {
      case COMPACT -> "compacted: the newest of each key";
      case DELETE -> {
        Duration kept = topic.kept();
        yield kept == null ? "without end" : kept.toDays() == 1 ? "1 day" : kept.toDays() + " days";
      }
    };
  }

  static String parties(Set<Party> parties) {
    return parties.stream().sorted().map(Party::word).collect(Collectors.joining(", "));
  }
}
