package io.amends.kit.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokerAccessTest {

  @Test
  void nobody_in_particular_calls_over_an_open_line() {
    assertThat(BrokerAccess.open("one:1,two:2").client())
        .isEqualTo(Map.of("bootstrap.servers", "one:1,two:2", "security.protocol", "PLAINTEXT"));
  }

  @Test
  void an_account_is_called_with_over_an_encrypted_line_unless_it_is_said_otherwise() {
    assertThat(of(account("desk", "a\"b\\c", null)).client())
        .containsEntry("security.protocol", "SASL_SSL")
        .containsEntry("sasl.mechanism", "SCRAM-SHA-512")
        .containsEntry(
            "sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"desk\""
                + " password=\"a\\\"b\\\\c\";");
    assertThat(
            of(new AccessSettings("desk", "x", null, "PLAIN", "SASL_PLAINTEXT", null, null))
                .client())
        .containsEntry("security.protocol", "SASL_PLAINTEXT")
        .extractingByKey("sasl.jaas.config")
        .asString()
        .startsWith("org.apache.kafka.common.security.plain.PlainLoginModule ");
  }

  @Test
  void a_password_and_more_settings_come_from_files(@TempDir Path folder) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "from a file\n");
    Path certificates = Files.writeString(folder.resolve("ca.pem"), "");
    Path more = Files.writeString(folder.resolve("more.properties"), "client.rack=b\n");
    AccessSettings said =
        new AccessSettings("desk", null, password, null, null, certificates, more);
    assertThat(of(said).client())
        .containsEntry("ssl.truststore.type", "PEM")
        .containsEntry("ssl.truststore.location", certificates.toString())
        .containsEntry("client.rack", "b")
        .extractingByKey("sasl.jaas.config")
        .asString()
        .contains("password=\"from a file\"");
  }

  @Test
  void empty_variables_of_an_environment_say_nothing() {
    AccessSettings empty =
        new AccessSettings("", " ", Path.of(""), "", "", Path.of(""), Path.of(""));
    assertThat(empty).isEqualTo(AccessSettings.NONE);
  }

  @Test
  void what_contradicts_itself_is_refused_by_the_name_of_the_setting() {
    assertRefused(account("desk", null, null), "amends.kafka.password: absent (expected: it or ");
    assertRefused(
        account("desk", "x", Path.of("y")),
        "amends.kafka.password: beside amends.kafka.password-file");
    assertRefused(account(null, "x", null), "amends.kafka.user: absent");
    assertRefused(
        account("desk", null, Path.of("/nowhere")), "amends.kafka.password-file: /nowhere");
    assertRefused(
        new AccessSettings(null, null, null, null, "SSL3", null, null),
        "amends.kafka.protocol: SSL3 (expected: one of ");
    assertRefused(
        new AccessSettings("desk", "x", null, "SCRAM", null, null, null),
        "amends.kafka.mechanism: SCRAM (expected: SCRAM-SHA-512");
  }

  @Test
  void a_password_is_never_printed() {
    assertThat(account("desk", "secret", null).toString()).doesNotContain("secret");
    assertThat(of(account("desk", "secret", null)).toString()).doesNotContain("secret");
  }

  private static BrokerAccess of(AccessSettings said) {
    return BrokerAccess.of("broker:1", said);
  }

  private static AccessSettings account(
      @Nullable String user, @Nullable String password, @Nullable Path file) {
    return new AccessSettings(user, password, file, null, null, null, null);
  }

  private static void assertRefused(AccessSettings said, String why) {
    assertThatThrownBy(() -> of(said))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(why);
  }
}
