package io.amends.intake.pages;

import io.amends.kit.security.SignedLink;
import org.jspecify.annotations.Nullable;

/**
 * Who is asked how what was, by the link in a letter: it names the guest, so only the door reads
 * it.
 *
 * @param message the letter's id: answers of one letter are one answer
 * @param hotel its name
 * @param language of the letter, BCP 47
 * @param propertyId where it was; null: not known
 * @param caseId null: it is about a stay
 * @param stayId null: it is about a case
 */
record SurveyLink(
    Kind kind,
    String guest,
    String message,
    String hotel,
    String language,
    @Nullable String propertyId,
    @Nullable String caseId,
    @Nullable String stayId) {

  static final String USE = "survey";

  /** Which questions are asked. */
  enum Kind {
    RECOVERY,
    IN_STAY,
    POST_STAY
  }

  static SurveyLink of(SignedLink link) {
    return new SurveyLink(
        Kind.valueOf(link.claim("kind")),
        link.claim("guest"),
        link.claim("message"),
        link.claim("hotel"),
        link.claim("locale"),
        link.claims().get("property"),
        link.claims().get("case"),
        link.claims().get("stay"));
  }
}
