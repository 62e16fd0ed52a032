package io.amends.notification.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the service is told.
 *
 * @param deskUrl where staff reach the desk, without a slash at the end
 * @param guestUrl where guests reach the door, without a slash at the end
 * @param from whom mails come from
 * @param mailConnections to the mail server at once
 * @param webhookSecrets {@code name:secret} pairs with commas between, the secret in Base64 of at
 *     least 24 bytes, with or without {@code whsec_} before it; a name twice: both sign
 * @param webhookPatience how long another system may take to answer; ours: a slow one holds up the
 *     others of the round no longer
 * @param sms the chain's gateway for short messages
 */
@ConfigurationProperties("amends.notification")
record NotificationSettings(
    @DefaultValue("http://localhost:8085") String deskUrl,
    @DefaultValue("http://localhost:8081") String guestUrl,
    @DefaultValue("care@amends.example") String from,
    @DefaultValue("4") int mailConnections,
    @DefaultValue("") String webhookSecrets,
    @DefaultValue("5s") Duration webhookPatience,
    @DefaultValue Sms sms) {

  /**
   * How a gateway is asked, as its own documentation has it.
   *
   * @param url where; empty: there is none, and nobody is told by telephone
   * @param contentType of the request
   * @param body of the request, with {@code {to}}, {@code {text}}, {@code {from}} and {@code {id}}
   * @param header a head of the request such as {@code Authorization: Bearer …}
   * @param from who sends, as the gateway knows it
   * @param accepted a regular expression that is found in an answer that means yes
   * @param patience how long the gateway may take to answer
   */
  record Sms(
      @DefaultValue("") String url,
      @DefaultValue("application/json") String contentType,
      @DefaultValue("{\"to\":\"{to}\",\"from\":\"{from}\",\"text\":\"{text}\"}") String body,
      @DefaultValue("") String header,
      @DefaultValue("") String from,
      @DefaultValue("") String accepted,
      @DefaultValue("10s") Duration patience) {

    boolean isThere() {
      return !url.isBlank();
    }

    @Override
    public String toString() {
      return "Sms[…]";
    }
  }

  @Override
  public String toString() {
    return "NotificationSettings[…]"; // a record prints its secrets
  }
}
