package io.amends.local.token;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose token is wanted. What is left out is as the person named has it.
 *
 * @param roles names of roles, such as {@code DUTY_MANAGER}
 * @param properties property ids, or {@code *} for all
 * @param staff the person's id
 */
public record TokenRequest(List<String> roles, List<String> properties, @Nullable String staff) {

  public TokenRequest {
    roles = List.copyOf(roles);
    properties = List.copyOf(properties);
  }

  /** As the body of a request for a token. */
  String form() {
    Stream<String> fields =
        Stream.of(
                Stream.of(field("grant_type", "client_credentials")),
                roles.stream().map(role -> field("role", role)),
                properties.stream().map(property -> field("property", property)),
                Stream.ofNullable(staff).map(id -> field("as", id)))
            .flatMap(each -> each);
    return String.join("&", fields.toList());
  }

  private static String field(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
