package io.amends.local.identity.token;

import io.amends.local.identity.LocalSettings;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who may ask for tokens: the desk for people, the command line, and systems that publish. */
final class Clients implements RegisteredClientRepository {

  static final String COMMAND_LINE = "amends-cli";

  /** A shift: nobody has to sign in again while at work. */
  private static final TokenSettings FOR_A_SHIFT =
      TokenSettings.builder().accessTokenTimeToLive(Duration.ofHours(8)).build();

  private final Map<String, RegisteredClient> fixed = new TreeMap<>();
  private final IntegratorFile integrators;

  Clients(LocalSettings settings) {
    this.integrators = new IntegratorFile(settings.integrators());
    add(desk(settings.desk()));
    add(machine(COMMAND_LINE, settings.commandLineSecret()));
  }

  @Override
  public void save(RegisteredClient client) {
    throw new UnsupportedOperationException(
        "clients are registered in the data folder, not over HTTP: " + client.getClientId());
  }

  /** A client's own id and its client id are one. */
  @Override
  public @Nullable RegisteredClient findById(String id) {
    return findByClientId(id);
  }

  @Override
  public @Nullable RegisteredClient findByClientId(String clientId) {
    RegisteredClient client = fixed.get(clientId);
    return client != null
        ? client
        : integrators.secretOf(clientId).map(secret -> machine(clientId, secret)).orElse(null);
  }

  private void add(RegisteredClient client) {
    fixed.put(client.getClientId(), client);
  }

  /** Runs in a browser or beside one and keeps no secret: the proof key stands in for it. */
  private static RegisteredClient desk(String address) {
    return RegisteredClient.withId("recovery-desk")
        .clientId("recovery-desk")
        .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri(address + "/login/oauth2/code/amends")
        .postLogoutRedirectUri(address + "/")
        .scope(OidcScopes.OPENID)
        .scope(OidcScopes.PROFILE)
        // Without a word, a client without a secret would have people asked for their consent.
        .clientSettings(
            ClientSettings.builder()
                .requireProofKey(true)
                .requireAuthorizationConsent(false)
                .build())
        .tokenSettings(FOR_A_SHIFT)
        .build();
  }

  private static RegisteredClient machine(String id, String secret) {
    return RegisteredClient.withId(id)
        .clientId(id)
        .clientSecret(secret)
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .tokenSettings(FOR_A_SHIFT)
        .build();
  }
}
