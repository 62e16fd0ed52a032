package io.amends.kit.access;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * As whom a service calls the cluster.
 *
 * @param user of the account; absent: nobody in particular
 * @param password of the account, if it is not in a file
 * @param passwordFile whose text is the password; a last line break does not count
 * @param mechanism Kafka's SASL mechanism; absent: {@code SCRAM-SHA-512}
 * @param protocol Kafka's security protocol; absent: {@code SASL_SSL} with a user, else {@code
 *     PLAINTEXT}
 * @param trusted certificates (PEM) that may vouch for the brokers; absent: those of the JVM
 * @param properties a file of client settings as Kafka's own tools take it, for whatever is not
 *     said here: client certificates, tokens, Kerberos; it has the last word
 */
@ConfigurationProperties("amends.kafka")
public record AccessSettings(
    @Nullable String user,
    @Nullable String password,
    @Nullable Path passwordFile,
    @Nullable String mechanism,
    @Nullable String protocol,
    @Nullable Path trusted,
    @Nullable Path properties) {

  /** Nobody in particular, over an open line. */
  public static final AccessSettings NONE =
      new AccessSettings(null, null, null, null, null, null, null);

  /** An empty variable of the environment says nothing. */
  public AccessSettings {
    user = said(user);
    password = said(password);
    passwordFile = said(passwordFile);
    mechanism = said(mechanism);
    protocol = said(protocol);
    trusted = said(trusted);
    properties = said(properties);
  }

  private static @Nullable String said(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static @Nullable Path said(@Nullable Path file) {
    return file == null || file.toString().isBlank() ? null : file;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "AccessSettings[user=%s, mechanism=%s, protocol=%s]"
        .formatted(user, mechanism, protocol);
  }
}
