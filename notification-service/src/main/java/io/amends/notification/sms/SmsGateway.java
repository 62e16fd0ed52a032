package io.amends.notification.sms;

import io.amends.kit.events.Json;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a gateway is asked, as its own documentation has it.
 *
 * @param contentType {@code application/json}, {@code application/x-www-form-urlencoded}
 * @param body of the request, with {@code {to}}, {@code {text}}, {@code {from}} and {@code {id}};
 *     they are escaped as the content type asks
 * @param header a head of the request such as {@code Authorization: Bearer …}; empty: none
 * @param from who sends, as the gateway knows it
 * @param accepted is found in the body of an answer 2xx that means yes
 */
public record SmsGateway(
    URI url,
    String contentType,
    String body,
    String header,
    String from,
    Pattern accepted,
    Duration patience) {

  private static final Pattern PLACE = Pattern.compile("\\{(to|text|from|id)}");

  /** The body for one message. */
  String body(String to, String text, String id) {
    Map<String, String> values = Map.of("to", to, "text", text, "from", from, "id", id);
    return PLACE
        .matcher(body)
        .replaceAll(
            place -> Matcher.quoteReplacement(escaped(values.getOrDefault(place.group(1), ""))));
  }

  private String escaped(String value) {
    if (contentType.startsWith("application/x-www-form-urlencoded")) {
      return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
    String quoted = new String(Json.bytes(value), StandardCharsets.UTF_8);
    return quoted.substring(1, quoted.length() - 1);
  }

  /** Never what opens it: a record prints itself into logs. */
  @Override
  public String toString() {
    return "SmsGateway[…]";
  }
}
