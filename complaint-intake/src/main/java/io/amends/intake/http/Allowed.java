package io.amends.intake.http;

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
