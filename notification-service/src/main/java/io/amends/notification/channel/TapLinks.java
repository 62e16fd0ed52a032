package io.amends.notification.channel;

import io.amends.contracts.notification.Message;
import io.amends.kit.security.SignedLinks;
import io.amends.kit.security.StaffLink;
import io.amends.notification.domain.Draft;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * The links in alerts by which one person does something for one case with one tap. The same alert
 * has the same link on every attempt and by every way.
 */
public final class TapLinks {

  /** Ours: who comes back after a day off can still answer. */
  private static final Duration BEYOND = Duration.ofDays(1);

  private static final String VERBS = "ACKNOWLEDGE,APOLOGISE,FIX_DONE";

  private final SignedLinks links;
  private final String deskUrl;

  /**
   * Prepares it.
   *
   * @param deskUrl where staff reach the desk, without a slash at the end
   */
  public TapLinks(SignedLinks links, String deskUrl) {
    this.links = links;
    this.deskUrl = deskUrl;
  }

  /** The case on the desk, for whoever may see it there. */
  public String ofCase(Draft draft) {
    return deskUrl + "/cases/" + Objects.requireNonNull(draft.message().caseId()).value();
  }

  /** The address that is opened; the tap is on the page. */
  public String of(Draft draft) {
    Message message = draft.message();
    StaffLink link =
        new StaffLink(
            Objects.requireNonNull(message.staffId()),
            draft.get("role"),
            Objects.requireNonNull(message.propertyId()).value(),
            Map.of(
                "guest", message.guestId().value(),
                "case", Objects.requireNonNull(message.caseId()).value(),
                "verbs", VERBS),
            message.validUntil().plus(BEYOND));
    return deskUrl + "/t/" + links.sign(link.toLink());
  }
}
