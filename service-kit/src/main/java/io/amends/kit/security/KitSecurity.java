package io.amends.kit.security;

import io.amends.kit.http.ProblemResponses;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

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

  private static @Nullable Caller caller(Authentication known) {
    return known.getPrincipal() instanceof Caller caller ? caller : null;
  }

  public static SecurityWebFilterChain chain(
      ServerHttpSecurity http,
      PublicPaths open,
      SignedLinks links,
      ObjectProvider<RequestMappingHandlerMapping> mappings) {
    AccessRules rules = new AccessRules(mappings, KitSecurity::caller);
    String[] paths = open(open);
    return http.csrf(ServerHttpSecurity.CsrfSpec::disable) // no cookies, nothing to forge
        .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
        .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
        .logout(ServerHttpSecurity.LogoutSpec::disable)
        .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
        .authorizeExchange(
            exchanges -> exchanges.pathMatchers(paths).permitAll().anyExchange().access(rules))
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
                                "Expected a role that may do this, for the properties it concerns, but the"
                                    + " token has none.")))
        .build();
  }
}
