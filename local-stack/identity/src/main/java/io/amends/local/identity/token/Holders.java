package io.amends.local.identity.token;

import io.amends.local.identity.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;

/** Finds who a token is for: a person who signed in, a system, or whom the command line names. */
final class Holders {

  private static final List<String> ROLES =
      List.of(
          "FRONT_LINE",
          "SUPERVISOR",
          "DUTY_MANAGER",
          "GENERAL_MANAGER",
          "REGION",
          "HEAD_OFFICE",
          "SECURITY",
          "OPERATIONS",
          "INTEGRATOR",
          "PARTNER");

  private final List<Person> people;

  Holders(List<Person> people) {
    this.people = people;
  }

  /**
   * A person who has signed in.
   *
   * @throws IllegalStateException if there is no such person
   */
  Holder person(String id) {
    return known(id)
        .orElseThrow(() -> new IllegalStateException("person: %s (expected: known)".formatted(id)));
  }

  /** A system that publishes. */
  static Holder integrator(String clientId) {
    return new Holder(clientId, clientId, List.of("INTEGRATOR"), Holder.EVERYWHERE);
  }

  /**
   * Whom the command line names with {@code as}, {@code role} and {@code property}.
   *
   * @throws OAuth2AuthenticationException if that is nobody, or a role is unknown
   */
  Holder named(Map<String, Object> parameters) {
    List<String> roles = values(parameters.get("role"));
    List<String> properties = values(parameters.get("property"));
    String id = values(parameters.get("as")).stream().findFirst().orElse("cli");
    roles.forEach(Holders::requireRole);
    Optional<Holder> person = known(id);
    if (roles.isEmpty() && person.isEmpty()) {
      throw refused(
          "role: none (expected: one of %s, or as with one of %s)"
              .formatted(
                  String.join(", ", ROLES),
                  String.join(", ", people.stream().map(Person::id).toList())));
    }
    List<String> hisProperties = person.map(Holder::properties).orElse(Holder.EVERYWHERE);
    return new Holder(
        id,
        person.map(Holder::name).orElse(id),
        roles.isEmpty() ? person.orElseThrow().roles() : roles,
        properties.isEmpty() ? hisProperties : properties);
  }

  private Optional<Holder> known(String id) {
    return people.stream().filter(person -> person.id().equals(id)).findFirst().map(Holder::of);
  }

  private static void requireRole(String role) {
    if (!ROLES.contains(role)) {
      throw refused("role: %s (expected: one of %s)".formatted(role, String.join(", ", ROLES)));
    }
  }

  private static List<String> values(@Nullable Object parameter) {
    return switch (parameter) {
      case null -> List.of();
      case String[] several -> List.of(several);
      default -> List.of(parameter.toString());
    };
  }

  private static OAuth2AuthenticationException refused(String description) {
    return new OAuth2AuthenticationException(
        new OAuth2Error(OAuth2ErrorCodes.INVALID_REQUEST, description, null));
  }
}
