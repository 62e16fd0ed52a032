package io.amends.kit.security;

import io.amends.kit.http.ProblemResponses;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;

/** Deny by default; tokens with issuer and audience, or links; no sessions. */
public final class KitSecurity {

  private static final String[] OPEN_EVERYWHERE = {
    "/actuator/health/**", "/actuator/prometheus", "/openapi/**", "/openapi"
  };

  private KitSecurity() {}

  /** All that needs no token: what is open in every service, and what this one opens. */
  public static String[] open(PublicPaths ofService) {
    return Stream.concat(Stream.of(OPEN_EVERYWHERE), ofService.patterns().stream())
        .toArray(String[]::new);
  }

  /** Known, and no partner: a token of a partner opens what is for partners and nothing else. */
  private static AuthorizationDecision isOfTheHouse(Authentication caller) {
    return new AuthorizationDecision(
        caller.isAuthenticated()
            && !(caller.getPrincipal() instanceof Caller known && known.is(PublicPaths.PARTNER)));
  }

  public static SecurityWebFilterChain chain(
      ServerHttpSecurity http, PublicPaths open, SignedLinks links) {
    String[] paths = open(open);
    return http.csrf(ServerHttpSecurity.CsrfSpec::disable) // no cookies, nothing to forge
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .authorizeExchange(
            exchanges -> {
              exchanges.pathMatchers(paths).permitAll();
              if (!open.forPartners().isEmpty()) {
                exchanges.pathMatchers(open.forPartners().toArray(String[]::new)).authenticated();
              }
              exchanges.anyExchange().access((caller, _) -> caller.map(KitSecurity::isOfTheHouse));
            })
        .addFilterAt(new LinkCallers(links), SecurityWebFiltersOrder.HTTP_BASIC)
        .oauth2ResourceServer(
            server ->
                server
                    .jwt(jwt -> jwt.jwtAuthenticationConverter(new CallerTokens()))
                    .authenticationEntryPoint(
                        (exchange, _) ->
                            ProblemResponses.write(
                                exchange,
                                HttpStatus.UNAUTHORIZED,
                                "no-valid-token",
                                "Expected a bearer token of this installation, but found none that"
                                    + " is valid.")))
        .exceptionHandling(
            handling ->
                handling
                    .authenticationEntryPoint(
                        (exchange, _) ->
                            ProblemResponses.write(
                                exchange,
                                HttpStatus.UNAUTHORIZED,
                                "no-valid-token",
                                "Expected a bearer token, but found none."))
                    .accessDeniedHandler(
                        (exchange, _) ->
                            ProblemResponses.write(
                                exchange,
                                HttpStatus.FORBIDDEN,
                                "not-allowed",
                                "Expected a role that may do this, but the token has none.")))
        .build();
  }
}
