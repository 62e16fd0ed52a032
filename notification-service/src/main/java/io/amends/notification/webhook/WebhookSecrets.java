package io.amends.notification.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs deliveries as Standard Webhooks has it: {@code v1,} and the Base64 of HMAC-SHA256 over
 * {@code id.timestamp.body}. A name with two secrets gets two signatures, so that a receiver can
 * change from one to the other.
 */
final class WebhookSecrets {

  /** Standard Webhooks asks for 24 to 64 bytes. */
  private static final int LEAST_BYTES = 24;

  private static final String PREFIX = "whsec_";

  private final Map<String, List<byte[]>> secrets = new HashMap<>();

  /**
   * Reads the secrets.
   *
   * @param configured {@code name:secret} pairs with commas between, the secret in Base64, with or
   *     without {@code whsec_} before it; empty: none
   * @throws IllegalArgumentException if a pair is none, or its secret too short; it names the
   *     webhook and never the secret
   */
  WebhookSecrets(String configured) {
    for (String pair : configured.split(",", -1)) {
      if (pair.isBlank()) {
        continue;
      }
      int colon = pair.indexOf(':');
      String name = colon < 0 ? "" : pair.substring(0, colon).strip();
      byte[] secret = colon < 0 ? new byte[0] : decoded(pair.substring(colon + 1).strip());
      if (name.isEmpty() || secret.length < LEAST_BYTES) {
        throw new IllegalArgumentException(
            "amends.notification.webhook-secrets: %s of %d bytes (expected: name:secret, Base64 of at least %d bytes)"
                .formatted(name.isEmpty() ? "no name" : name, secret.length, LEAST_BYTES));
      }
      secrets.computeIfAbsent(name, _ -> new ArrayList<>()).add(secret);
    }
  }

  private static byte[] decoded(String text) {
    try {
      return Base64.getDecoder()
          .decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
    } catch (IllegalArgumentException _) {
      return new byte[0]; // said by the caller, without the text
    }
  }

  boolean knows(String webhook) {
    return secrets.containsKey(webhook);
  }

  /** One signature for each secret of that webhook, with blanks between; empty if it has none. */
  String sign(String webhook, String id, long timestamp, byte[] body) {
    return secrets.getOrDefault(webhook, List.of()).stream()
        .map(
            secret -> "v1," + Base64.getEncoder().encodeToString(hmac(secret, id, timestamp, body)))
        .collect(Collectors.joining(" "));
  }

  private static byte[] hmac(byte[] secret, String id, long timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HmacSHA256: absent (expected: in every JDK)", impossible);
    }
  }
}
