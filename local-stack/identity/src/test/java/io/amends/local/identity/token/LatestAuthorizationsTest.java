package io.amends.local.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

class LatestAuthorizationsTest {

  private static final RegisteredClient CLIENT =
      RegisteredClient.withId("client")
          .clientId("client")
          .clientSecret("secret")
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
          .build();

  @Test
  void are_a_thousand() {
    LatestAuthorizations authorizations = new LatestAuthorizations();
    for (int i = 1; i <= 1_001; i++) {
      authorizations.save(authorization("a" + i));
    }

    assertThat(authorizations.findById("a1")).isNull();
    assertThat(authorizations.findById("a2")).isNotNull();
    assertThat(authorizations.findById("a1001")).isNotNull();
  }

  private static OAuth2Authorization authorization(String id) {
    return OAuth2Authorization.withRegisteredClient(CLIENT)
        .id(id)
        .principalName("somebody")
        .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
        .accessToken(
            new OAuth2AccessToken(
                OAuth2AccessToken.TokenType.BEARER,
                id,
                Instant.EPOCH,
                Instant.EPOCH.plusSeconds(1)))
        .build();
  }
}
