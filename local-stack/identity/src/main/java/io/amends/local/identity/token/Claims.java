package io.amends.local.identity.token;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** Writes into every token who holds it, in which roles and for which properties. */
final class Claims implements OAuth2TokenCustomizer<JwtEncodingContext> {

  /** Whom access tokens are for: every service checks it. */
  private static final String AUDIENCE = "amends";

  private final Holders holders;

  Claims(Holders holders) {
    this.holders = holders;
  }

  @Override
  public void customize(JwtEncodingContext context) {
    Holder holder = holderOf(context);
    if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
      context.getClaims().audience(List.of(AUDIENCE));
    }
    context
        .getClaims()
        .subject(holder.id())
        .claim("name", holder.name())
        .claim("roles", holder.roles())
        .claim("properties", holder.properties());
  }

  private Holder holderOf(JwtEncodingContext context) {
    if (!AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
      Authentication person = context.getPrincipal();
      return holders.person(requireNonNull(person, "principal").getName());
    }
    String client = context.getRegisteredClient().getClientId();
    if (!client.equals(Clients.COMMAND_LINE)) {
      return Holders.integrator(client);
    }
    OAuth2ClientCredentialsAuthenticationToken grant = context.getAuthorizationGrant();
    return holders.named(requireNonNull(grant, "grant").getAdditionalParameters());
  }
}
