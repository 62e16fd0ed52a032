package io.amends.local.identity.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Secrets as they are. Clients' secrets are 32 random bytes in a file that only their owner reads,
 * and demo users' passwords are on the login page: a slow hash would protect neither.
 */
final class PlainSecrets implements PasswordEncoder {

  @Override
  public @Nullable String encode(@Nullable CharSequence secret) {
    return secret == null ? null : secret.toString();
  }

  @Override
  public boolean matches(@Nullable CharSequence given, @Nullable String kept) {
    return given != null
        && kept != null
        && MessageDigest.isEqual(bytes(given.toString()), bytes(kept));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
