package io.amends.kit.security;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keys by id: the first makes what is new, all of them read what is out. */
final class Keyring {

  private final Map<String, byte[]> keys = new LinkedHashMap<>();
  private final String newest;

  /**
   * Reads them.
   *
   * @param configured {@code id:key} pairs, the key in URL-safe Base64, with commas between, the
   *     newest first
   * @throws IllegalArgumentException if one is shorter than 32 bytes, or there is none
   */
  Keyring(String configured) {
    for (String pair : configured.split(",", -1)) {
      int colon = pair.indexOf(':');
      byte[] key =
          colon < 1 ? new byte[0] : Base64.getUrlDecoder().decode(pair.substring(colon + 1));
      if (key.length < 32) {
        throw new IllegalArgumentException(
            "amends.link-keys: a key of %d bytes (expected: id:key, URL-safe Base64 of at least 32 bytes)"
                .formatted(key.length));
      }
      keys.put(pair.substring(0, colon), key);
    }
    newest = keys.keySet().iterator().next();
  }

  String newest() {
    return newest;
  }

  Optional<byte[]> find(String id) {
    return Optional.ofNullable(keys.get(id));
  }
}
