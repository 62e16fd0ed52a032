package io.amends.kit.access;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.jspecify.annotations.Nullable;

/**
 * Where the cluster is and as whom it is called: what the settings of every Kafka client of a
 * service begin with. No client is told of brokers or accounts anywhere else.
 */
public final class BrokerAccess {

  private static final String MECHANISM = "SCRAM-SHA-512";

  private final String brokers;
  private final Map<String, String> settings;

  private BrokerAccess(String brokers, Map<String, String> settings) {
    this.brokers = brokers;
    this.settings = Map.copyOf(settings);
  }

  /** An open line to these brokers ({@code host:port}, commas between). */
  public static BrokerAccess open(String brokers) {
    return of(brokers, AccessSettings.NONE);
  }

  /**
   * As the settings say.
   *
   * @throws IllegalArgumentException if they contradict each other, or a file can't be read
   */
  public static BrokerAccess of(String brokers, AccessSettings said) {
    Map<String, String> settings = new HashMap<>();
    settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers);
    settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol(said).name);
    account(said, settings);
    if (said.trusted() != null) {
      settings.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
      settings.put(
          SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
          existing("amends.kafka.trusted", said.trusted()).toString());
    }
    if (said.properties() != null) {
      settings.putAll(read(existing("amends.kafka.properties", said.properties())));
    }
    return new BrokerAccess(brokers, settings);
  }

  /** Where the brokers are. */
  public String brokers() {
    return brokers;
  }

  /** Settings for a new client, to which it adds its own. */
  public Map<String, Object> client() {
    return new HashMap<>(settings);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "%s by %s".formatted(brokers, settings.get("security.protocol"));
  }

  private static SecurityProtocol protocol(AccessSettings said) {
    String name = said.protocol();
    if (name == null) {
      return said.user() == null ? SecurityProtocol.PLAINTEXT : SecurityProtocol.SASL_SSL;
    }
    if (!SecurityProtocol.names().contains(name)) {
      throw new IllegalArgumentException(
          "amends.kafka.protocol: %s (expected: one of %s)"
              .formatted(name, SecurityProtocol.names()));
    }
    return SecurityProtocol.forName(name);
  }

  private static void account(AccessSettings said, Map<String, String> settings) {
    String user = said.user();
    if (user == null) {
      if (said.password() != null || said.passwordFile() != null) {
        throw new IllegalArgumentException(
            "amends.kafka.user: absent (expected: whose password it is)");
      }
      return;
    }
    String mechanism = said.mechanism() == null ? MECHANISM : said.mechanism();
    settings.put(SaslConfigs.SASL_MECHANISM, mechanism);
    settings.put(
        SaslConfigs.SASL_JAAS_CONFIG,
        "%s required username=\"%s\" password=\"%s\";"
            .formatted(module(mechanism), quoted(user), quoted(password(said))));
  }

  private static String module(String mechanism) {
    return switch (mechanism) {
      case "SCRAM-SHA-512", "SCRAM-SHA-256" ->
          "org.apache.kafka.common.security.scram.ScramLoginModule";
      case "PLAIN" -> "org.apache.kafka.common.security.plain.PlainLoginModule";
      default ->
          throw new IllegalArgumentException(
              "amends.kafka.mechanism: %s (expected: SCRAM-SHA-512, SCRAM-SHA-256 or PLAIN; others by"
                      .formatted(mechanism)
                  + " amends.kafka.properties)");
    };
  }

  private static String password(AccessSettings said) {
    if ((said.password() == null) == (said.passwordFile() == null)) {
      throw new IllegalArgumentException(
          "amends.kafka.password: %s (expected: it or amends.kafka.password-file)"
              .formatted(said.password() == null ? "absent" : "beside amends.kafka.password-file"));
    }
    return said.passwordFile() == null
        ? String.valueOf(said.password())
        : text(existing("amends.kafka.password-file", said.passwordFile())).strip();
  }

  private static String quoted(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static Path existing(String setting, @Nullable Path file) {
    if (file == null || !Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "%s: %s (expected: a file that can be read)".formatted(setting, file));
    }
    return file;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException failure) {
      throw new IllegalArgumentException("%s (expected: to be read)".formatted(file), failure);
    }
  }

  private static Map<String, String> read(Path file) {
    Properties read = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      read.load(in);
    } catch (IOException failure) {
      throw new IllegalArgumentException("%s (expected: to be read)".formatted(file), failure);
    }
    Map<String, String> settings = new HashMap<>();
    read.stringPropertyNames().forEach(name -> settings.put(name, read.getProperty(name)));
    return settings;
  }
}
