package io.amends.local.program;

import io.amends.local.access.Login;
import java.util.Map;

/**
 * A broker that lets nobody in without an account and allows nothing that was not granted. Brokers
 * and the administrator call with a password of the settings, everybody else with one that the
 * cluster keeps (SCRAM).
 */
public final class BrokerSecurity {

  private BrokerSecurity() {}

  /** Its settings, for listeners {@code CLIENTS} and {@code CONTROLLER}. */
  public static Map<String, String> of(Login admin) {
    return Map.ofEntries(
        Map.entry(
            "listener.security.protocol.map", "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT"),
        Map.entry("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512"),
        Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
        Map.entry("sasl.mechanism.controller.protocol", "PLAIN"),
        Map.entry("listener.name.clients.plain.sasl.jaas.config", admin.ofBroker()),
        Map.entry(
            "listener.name.clients.scram-sha-512.sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
        Map.entry("listener.name.controller.sasl.enabled.mechanisms", "PLAIN"),
        Map.entry("listener.name.controller.plain.sasl.jaas.config", admin.ofBroker()),
        Map.entry(
            "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
        Map.entry("allow.everyone.if.no.acl.found", "false"),
        Map.entry("super.users", "User:" + admin.user()));
  }
}
