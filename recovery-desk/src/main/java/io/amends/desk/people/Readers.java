package io.amends.desk.people;

import io.amends.kit.security.Caller;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.web.server.ServerOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives a page its {@link Reader}: from the session of the login, or from a bearer token. */
public final class Readers implements HandlerMethodArgumentResolver {

  /** The provider's name in the login's addresses. */
  public static final String PROVIDER = "amends";

  private final ServerOAuth2AuthorizedClientRepository clients;

  public Readers(ServerOAuth2AuthorizedClientRepository clients) {
    this.clients = clients;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Reader.class;
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
    return ReactiveSecurityContextHolder.getContext()
        .flatMap(context -> reader(context.getAuthentication(), exchange))
        .cast(Object.class);
  }

  private Mono<Reader> reader(@Nullable Authentication authentication, ServerWebExchange exchange) {
    return switch (authentication) {
      case null -> Mono.empty();
      case JwtAuthenticationToken bearer ->
          Mono.just(reader(bearer.getToken().getClaims(), bearer.getToken().getTokenValue()));
      case OAuth2AuthenticationToken login ->
          clients
              .<OAuth2AuthorizedClient>loadAuthorizedClient(PROVIDER, login, exchange)
              .map(
                  client ->
                      reader(
                          Objects.requireNonNull(login.getPrincipal(), "principal").getAttributes(),
                          client.getAccessToken().getTokenValue()));
      default -> Mono.empty();
    };
  }

  /** Who has signed in or brought a token, as rules ask for it; null: nobody of whom we know. */
  public static @Nullable Caller caller(Authentication known) {
    return switch (known) {
      case JwtAuthenticationToken bearer -> caller(bearer.getToken().getClaims());
      case OAuth2AuthenticationToken login ->
          caller(Objects.requireNonNull(login.getPrincipal(), "principal").getAttributes());
      default -> null;
    };
  }

  private static Caller caller(Map<String, Object> claims) {
    return new Caller(
        String.valueOf(claims.get("sub")),
        strings(claims.get("roles")),
        strings(claims.get("properties")),
        null);
  }

  private static Reader reader(Map<String, Object> claims, String token) {
    String id = String.valueOf(claims.get("sub"));
    return new Reader(
        id,
        String.valueOf(claims.getOrDefault("name", id)),
        strings(claims.get("roles")),
        strings(claims.get("properties")),
        token);
  }

  private static Set<String> strings(@Nullable Object claim) {
    return claim instanceof List<?> several
        ? several.stream().map(String::valueOf).collect(Collectors.toSet())
        : Set.of();
  }
}
