package io.amends.local.identity;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What one local stack is told, and nobody else knows.
 *
 * @param issuer the address that stands in every token
 * @param desk the address of the recovery desk, whose pages people sign in to
 * @param state the folder that the signing key is kept in
 * @param smtpPort on which mails are caught
 * @param imapPort on which mail programs find them
 * @param commandLineSecret what {@code ./amends} proves itself with
 * @param integrators the file that names systems and their secrets; empty if there is none
 * @param people who can sign in
 */
@ConfigurationProperties("amends.local")
public record LocalSettings(
    String issuer,
    String desk,
    Path state,
    int smtpPort,
    int imapPort,
    String commandLineSecret,
    String integrators,
    List<Person> people) {

  public LocalSettings {
    people = List.copyOf(people);
  }
}
