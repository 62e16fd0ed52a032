package io.amends.intake.http;

import io.amends.intake.domain.WhoIsIt;
import io.amends.kit.http.Problem;
import io.amends.kit.security.Caller;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** Whether a caller may report for the property that the body names. */
final class Allowed {

  private Allowed() {}

  /**
   * Checks it.
   *
   * @throws Problem if not
   */
  static void property(JsonNode body, Caller caller) {
    JsonNode property = body.path("propertyId");
    if (property.isString() && !caller.holdsFor(property.asString())) {
      throw Problem.of(
          HttpStatus.FORBIDDEN,
          "not-this-property",
          "Expected one of the properties of the token, but found %s."
              .formatted(property.asString()));
    }
  }

  /**
   * Whether somebody may ask who is found under a key: a room of a hotel of theirs, a stay whose
   * number they know, or an address whose hash only an instance of this service can make.
   *
   * @throws Problem if not
   */
  static void lookUp(String key, Caller caller) {
    boolean allowed =
        WhoIsIt.isContact(key)
            || WhoIsIt.isStay(key)
            || WhoIsIt.propertyOfRoom(key).filter(caller::holdsFor).isPresent();
    if (!allowed) {
      throw Problem.of(
          HttpStatus.FORBIDDEN,
          "not-this-property",
          "Expected a key of a stay, an address or a room of one of the properties of the token.");
    }
  }

  /**
   * Whether somebody may do what concerns the whole chain.
   *
   * @throws Problem if not
   */
  static void chain(Caller caller) {
    if (!caller.is("HEAD_OFFICE") && !caller.is("OPERATIONS") && !caller.is("INTEGRATOR")) {
      throw Problem.of(
          HttpStatus.FORBIDDEN,
          "not-allowed",
          "Expected the role HEAD_OFFICE, OPERATIONS or INTEGRATOR, but the token has none.");
    }
  }
}
