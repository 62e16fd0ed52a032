package io.amends.desk.cases;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.web.server.WebSession;

/**
 * A sensitive case that somebody who has to act has opened, with a reason. It stays open to that
 * session for a while, so that it can be worked on, and every look at it is written down.
 *
 * @param by whose it is: a session may outlive who signed in to it
 * @param until real time
 */
record Glass(String by, String reason, Instant until) implements Serializable {

  /** Ours: as long as a duty manager needs to go to the guest and come back. */
  private static final Duration OPEN_FOR = Duration.ofMinutes(15);

  /** A reason, not a keystroke. */
  private static final int SHORTEST_REASON = 10;

  private static final String NAME = "glass:";

  /** Opens a case to somebody's session; false if the reason is none. */
  static boolean isBroken(
      WebSession session, String caseId, String by, String reason, Instant real) {
    if (reason.strip().length() < SHORTEST_REASON) {
      return false;
    }
    session.getAttributes().put(NAME + caseId, new Glass(by, reason.strip(), real.plus(OPEN_FOR)));
    return true;
  }

  /** Empty if the case is not open to them in that session, or not any more. */
  static Optional<Glass> of(WebSession session, String caseId, String by, Instant real) {
    return Optional.ofNullable(session.<Glass>getAttribute(NAME + caseId))
        .filter(glass -> glass.by().equals(by))
        .filter(glass -> glass.until().isAfter(real));
  }
}
