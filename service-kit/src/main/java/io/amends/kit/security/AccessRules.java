package io.amends.kit.security;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.authorization.ReactiveAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Lets a caller ask for what the method that will answer is declared for by {@link AllowedRoles}.
 */
public final class AccessRules implements ReactiveAuthorizationManager<AuthorizationContext> {

  private final ObjectProvider<RequestMappingHandlerMapping> mappings;
  private final Function<Authentication, @Nullable Caller> callers;

  /**
   * Rules for callers of a kind.
   *
   * @param callers who somebody is that has been let in; null: nobody we know
   */
  public AccessRules(
      ObjectProvider<RequestMappingHandlerMapping> mappings,
      Function<Authentication, @Nullable Caller> callers) {
    this.mappings = mappings;
    this.callers = callers;
  }

  @Override
  public Mono<AuthorizationResult> authorize(
      Mono<Authentication> known, AuthorizationContext context) {
    return known
        .filter(Authentication::isAuthenticated)
        .mapNotNull(callers)
        .flatMap(
            caller ->
                rule(context.getExchange())
                    .map(rule -> new AuthorizationDecision(rule.allows(caller))));
  }

  /** What can't be answered at all, for its method or its media type, is refused further in. */
  private Mono<AccessRule> rule(ServerWebExchange exchange) {
    return Flux.fromStream(mappings.orderedStream())
        .concatMap(mapping -> mapping.getHandler(exchange))
        .next()
        .map(AccessRule::of)
        .onErrorReturn(ResponseStatusException.class, AccessRule.HOUSE)
        .defaultIfEmpty(AccessRule.HOUSE);
  }
}
