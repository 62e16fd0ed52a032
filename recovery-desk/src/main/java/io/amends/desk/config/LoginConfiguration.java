package io.amends.desk.config;

import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.pathMatchers;

import io.amends.desk.people.Readers;
import io.amends.kit.http.ProblemResponses;
import io.amends.kit.security.AccessRules;
import io.amends.kit.security.KitSecurity;
import io.amends.kit.security.PublicPaths;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.oauth2.client.oidc.web.server.logout.OidcClientInitiatedServerLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ReactiveClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.server.WebSessionServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.web.server.DelegatingServerAuthenticationEntryPoint;
import org.springframework.security.web.server.DelegatingServerAuthenticationEntryPoint.DelegateEntry;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.RedirectServerAuthenticationEntryPoint;
import org.springframework.security.web.server.authentication.logout.DelegatingServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.SecurityContextServerLogoutHandler;
import org.springframework.security.web.server.authentication.logout.WebSessionServerLogoutHandler;
import org.springframework.security.web.server.authorization.ServerAccessDeniedHandler;
import org.springframework.security.web.server.header.ReferrerPolicyServerHttpHeadersWriter.ReferrerPolicy;
import org.springframework.security.web.server.util.matcher.AndServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.MediaTypeServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.NegatedServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** People sign in by OpenID, programs bring a token; everything else is denied. */
@Configuration(proxyBeanMethods = false)
class LoginConfiguration {

  /** A link says who taps; the rest says nothing of anybody. */
  @Bean
  PublicPaths publicPaths() {
    return PublicPaths.of("/t/**", "/assets/**", "/webjars/**", "/favicon.ico");
  }

  @Bean
  ReactiveClientRegistrationRepository clientRegistrations(DeskSettings settings) {
    DeskSettings.Identity identity = settings.identity();
    return new InMemoryReactiveClientRegistrationRepository(
        ClientRegistration.withRegistrationId(Readers.PROVIDER)
            .clientId(identity.clientId())
            .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .redirectUri(settings.address() + "/login/oauth2/code/{registrationId}")
            .scope("openid", "profile")
            .issuerUri(identity.issuer())
            .authorizationUri(identity.authorization())
            .tokenUri(identity.token())
            .jwkSetUri(identity.keys())
            .userNameAttributeName("sub")
            .providerConfigurationMetadata(Map.of("end_session_endpoint", identity.endSession()))
            .build());
  }

  /** In the session, so that a token never reaches the browser. */
  @Bean
  ServerOAuth2AuthorizedClientRepository authorizedClients() {
    return new WebSessionServerOAuth2AuthorizedClientRepository();
  }

  @Bean
  SecurityWebFilterChain deskSecurity(
      ServerHttpSecurity http,
      PublicPaths open,
      ReactiveClientRegistrationRepository clients,
      ServerOAuth2AuthorizedClientRepository authorized,
      ObjectProvider<RequestMappingHandlerMapping> mappings,
      DeskSettings settings) {
    OidcClientInitiatedServerLogoutSuccessHandler signedOut =
        new OidcClientInitiatedServerLogoutSuccessHandler(clients);
    signedOut.setPostLogoutRedirectUri(settings.address() + "/");
    return http.authorizeExchange(
            exchanges ->
                exchanges
                    .pathMatchers(KitSecurity.open(open))
                    .permitAll()
                    .anyExchange()
                    .access(new AccessRules(mappings, Readers::caller)))
        .oauth2Login(
            login ->
                login.clientRegistrationRepository(clients).authorizedClientRepository(authorized))
        .oauth2ResourceServer(
            server -> server.jwt(Customizer.withDefaults()).authenticationEntryPoint(refused()))
        .exceptionHandling(
            handling -> handling.authenticationEntryPoint(entry()).accessDeniedHandler(denied()))
        .csrf(csrf -> csrf.requireCsrfProtectionMatcher(LoginConfiguration::canBeForged))
        .logout(
            logout ->
                logout
                    .logoutHandler(
                        new DelegatingServerLogoutHandler(
                            new SecurityContextServerLogoutHandler(),
                            new WebSessionServerLogoutHandler()))
                    .logoutSuccessHandler(signedOut))
        .headers(
            headers ->
                headers
                    .contentSecurityPolicy(
                        csp -> csp.policyDirectives(policy(settings.identity().issuer())))
                    .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                    .permissionsPolicy(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=()")))
        .build();
  }

  /** No script, style, picture or frame but our own; the provider alone gets a form. */
  private static String policy(String issuer) {
    return String.join(
        "; ",
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self' " + issuer,
        "base-uri 'none'",
        "frame-ancestors 'none'");
  }

  /**
   * What a browser sends by itself can be forged: the session's cookie, never a token or a link.
   */
  private static reactor.core.publisher.Mono<MatchResult> canBeForged(
      org.springframework.web.server.ServerWebExchange exchange) {
    boolean reads =
        List.of("GET", "HEAD", "TRACE", "OPTIONS")
            .contains(exchange.getRequest().getMethod().name());
    boolean bearer = exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
    if (reads || bearer) {
      return MatchResult.notMatch();
    }
    ServerWebExchangeMatcher link = pathMatchers("/t/**");
    return new NegatedServerWebExchangeMatcher(link).matches(exchange);
  }

  /** A page leads to the login, anything else is told that it lacks a token. */
  private static ServerAuthenticationEntryPoint entry() {
    MediaTypeServerWebExchangeMatcher html =
        new MediaTypeServerWebExchangeMatcher(MediaType.TEXT_HTML);
    html.setIgnoredMediaTypes(java.util.Set.of(MediaType.ALL));
    ServerWebExchangeMatcher pages =
        new AndServerWebExchangeMatcher(
            html, new NegatedServerWebExchangeMatcher(pathMatchers("/api/**")));
    DelegatingServerAuthenticationEntryPoint entry =
        new DelegatingServerAuthenticationEntryPoint(
            new DelegateEntry(
                pages,
                new RedirectServerAuthenticationEntryPoint(
                    "/oauth2/authorization/" + Readers.PROVIDER)));
    entry.setDefaultEntryPoint(refused());
    return entry;
  }

  private static ServerAccessDeniedHandler denied() {
    return (exchange, _) ->
        ProblemResponses.write(
            exchange,
            HttpStatus.FORBIDDEN,
            "not-allowed",
            "Expected a role that may see or do this, but yours is none of them.");
  }

  private static ServerAuthenticationEntryPoint refused() {
    return (exchange, _) ->
        ProblemResponses.write(
            exchange,
            HttpStatus.UNAUTHORIZED,
            "no-valid-token",
            "Expected somebody who has signed in, or a bearer token, but found neither.");
  }
}
