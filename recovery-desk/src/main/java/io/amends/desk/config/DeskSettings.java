package io.amends.desk.config;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the desk is told.
 *
 * @param orchestratorUrl where commands go and cases are read, without a slash at the end
 * @param address at which people open the desk, without a slash at the end
 * @param view the folder of the view's database, which may be deleted at any time
 * @param viewSecret from which the keys are derived that close what is personal in the view
 * @param identity the OpenID provider
 */
@ConfigurationProperties("amends.desk")
record DeskSettings(
    @DefaultValue("http://localhost:8082") String orchestratorUrl,
    @DefaultValue("http://localhost:8085") String address,
    Path view,
    String viewSecret,
    Identity identity) {

  /**
   * Where people sign in. The addresses are told rather than asked of the provider, so that the
   * desk starts while the provider is still away.
   *
   * @param issuer as it stands in every token
   * @param clientId of the desk, which keeps no secret: a proof key stands in for it
   * @param authorization where browsers are sent to sign in
   * @param token where the desk fetches tokens
   * @param keys where it fetches what tokens are checked with
   * @param endSession where browsers are sent to sign out
   */
  record Identity(
      String issuer,
      String clientId,
      String authorization,
      String token,
      String keys,
      String endSession) {}
}
