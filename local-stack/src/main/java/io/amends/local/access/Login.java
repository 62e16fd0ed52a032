package io.amends.local.access;

import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;

/**
 * An account of the cluster and its password.
 *
 * @param user the account
 */
public record Login(String user, String password) {

  /** Of whoever keeps a cluster running; its password is in the broker's own settings. */
  public static final String ADMIN = "admin";

  /** Client settings of an administrator on this machine, or in the network of containers. */
  public Map<String, Object> asAdmin() {
    return Map.of(
        CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
        "SASL_PLAINTEXT",
        SaslConfigs.SASL_MECHANISM,
        "PLAIN",
        SaslConfigs.SASL_JAAS_CONFIG,
        jaas());
  }

  /** What the broker checks it by, where it is called so by clients and by other brokers. */
  public String ofBroker() {
    return jaas().replace(";", " user_%s=\"%s\";".formatted(user, password));
  }

  private String jaas() {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
        .formatted(user, password);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Login[" + user + "]";
  }
}
