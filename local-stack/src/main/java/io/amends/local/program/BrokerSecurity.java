package io.amends.local.program;

import io.amends.local.access.Login;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A broker that lets nobody in without an account and allows nothing that was not granted. Brokers
 * and the administrator call with a password of the settings, everybody else with one that the
 * cluster keeps (SCRAM).
 */
public final class BrokerSecurity {

  private static final String CONTROLLER = "CONTROLLER";

  private BrokerSecurity() {}

  /**
   * Its settings.
   *
   * @param listeners of clients and other brokers, by name; that of controllers is {@code
   *     CONTROLLER}
   */
  public static Map<String, String> of(Login admin, String... listeners) {
    Map<String, String> settings =
        new TreeMap<>(
            Map.of(
                "sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512",
                "sasl.mechanism.inter.broker.protocol", "PLAIN",
                "sasl.mechanism.controller.protocol", "PLAIN",
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                "allow.everyone.if.no.acl.found", "false",
                "super.users", "User:" + admin.user()));
    StringBuilder protocols = new StringBuilder(CONTROLLER + ":SASL_PLAINTEXT");
    plain(settings, CONTROLLER, admin);
    settings.put(listener(CONTROLLER) + "sasl.enabled.mechanisms", "PLAIN");
    for (String listener : listeners) {
      protocols.append(',').append(listener).append(":SASL_PLAINTEXT");
      plain(settings, listener, admin);
      settings.put(
          listener(listener) + "scram-sha-512.sasl.jaas.config",
          "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    }
    settings.put("listener.security.protocol.map", protocols.toString());
    return settings;
  }

  private static void plain(Map<String, String> settings, String listener, Login admin) {
    settings.put(listener(listener) + "plain.sasl.jaas.config", admin.ofBroker());
  }

  private static String listener(String name) {
    return "listener.name." + name.toLowerCase(Locale.ROOT) + ".";
  }
}
