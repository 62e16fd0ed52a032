package io.amends.notification.domain;

import io.amends.contracts.notification.Message;
import io.amends.contracts.reference.PropertyReference;
import io.amends.contracts.reference.Webhook;
import io.amends.notification.domain.morning.Report;
import io.amends.notification.domain.offer.Offer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message with what its words need: codes, times, places; never a name or an address.
 *
 * @param template which words
 * @param parameters by name
 * @param locale BCP 47
 * @param zone IANA, in which times are told
 * @param mootBy nobody needs it any more once all of this is done; empty: once the case is closed,
 *     if it is about one
 * @param offer what it offers, if it does
 * @param report what it tells of a whole hotel, if it does
 */
public record Draft(
    Message message,
    String template,
    Map<String, String> parameters,
    String locale,
    String zone,
    List<OpenCase.Done> mootBy,
    @Nullable Offer offer,
    @Nullable Report report) {

  /** The parameter that names the system it goes to, if it goes to one. */
  public static final String WEBHOOK = "webhook";

  public Draft(
      Message message,
      String template,
      Map<String, String> parameters,
      String locale,
      String zone,
      List<OpenCase.Done> mootBy) {
    this(message, template, parameters, locale, zone, mootBy, null, null);
  }

  public Draft {
    parameters = Map.copyOf(parameters);
    mootBy = List.copyOf(mootBy);
  }

  /** What every letter about a hotel says of it; more can be put to it. */
  static Map<String, String> parametersAt(PropertyReference property) {
    Map<String, String> parameters = new HashMap<>();
    parameters.put("property", property.name());
    parameters.put("hotelLocale", property.locale());
    return parameters;
  }

  /** The same for another system, as a message of its own. */
  Draft by(Webhook webhook) {
    Map<String, String> more = new HashMap<>(parameters);
    more.put(WEBHOOK, webhook.name());
    return by(Message.Via.WEBHOOK, webhook.name(), more);
  }

  /** The same for a telephone, as a message of its own. */
  Draft bySms() {
    return by(Message.Via.SMS, "sms", parameters);
  }

  private Draft by(Message.Via via, String suffix, Map<String, String> with) {
    Message as =
        new Message(
            message.messageId() + "/" + suffix,
            message.guestId(),
            message.caseId(),
            message.propertyId(),
            message.purpose(),
            message.step(),
            via,
            message.staffId(),
            message.causedBy(),
            message.validUntil());
    return new Draft(as, template, with, locale, zone, mootBy, offer, report);
  }

  public Draft with(Offer as) {
    return new Draft(message, template, parameters, locale, zone, mootBy, as, report);
  }

  /**
   * One of its parameters.
   *
   * @throws IllegalArgumentException if the template needs what the planner did not give
   */
  public String get(String name) {
    return find(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "parameters: no %s (expected: what %s needs)".formatted(name, template)));
  }

  public Optional<String> find(String name) {
    return Optional.ofNullable(parameters.get(name));
  }

  /** Whether what it asks for has been done meanwhile, as far as the guest's cases tell. */
  boolean isMoot(@Nullable OpenCase about) {
    return about == null || (!mootBy.isEmpty() && about.done().containsAll(mootBy));
  }
}
