package io.amends.intake.http;

import io.amends.intake.http.RateLimit.Taken;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.http.ProblemResponses;
import io.amends.kit.security.Caller;
import java.security.Principal;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.Authentication;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets no single caller, and no single link, crowd out the others. It stands before anything of a
 * body is read, and behind the security that says who calls.
 */
public final class RateLimitFilter implements WebFilter, Ordered {

  private static final String FORM = "/complain/";

  private final RateLimit callers;
  private final RateLimit links;
  private final HotelClock clock;

  public RateLimitFilter(RateLimit callers, RateLimit links, HotelClock clock) {
    this.callers = callers;
    this.links = links;
    this.clock = clock;
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    String path = request.getPath().value();
    if (!request.getMethod().equals(HttpMethod.POST)) {
      return chain.filter(exchange);
    }
    if (path.startsWith(FORM)) {
      return limited(links, path.substring(FORM.length()), exchange, chain);
    }
    return exchange
        .getPrincipal()
        .map(RateLimitFilter::callerOf)
        .defaultIfEmpty(Optional.empty())
        .flatMap(
            caller ->
                caller.isEmpty()
                    ? chain.filter(exchange)
                    : limited(callers, caller.get(), exchange, chain));
  }

  private static Optional<String> callerOf(Principal principal) {
    return principal instanceof Authentication known
            && known.getPrincipal() instanceof Caller caller
        ? Optional.of(caller.id())
        : Optional.empty();
  }

  private Mono<Void> limited(
      RateLimit limit, String who, ServerWebExchange exchange, WebFilterChain chain) {
    Taken taken = limit.take(who, clock.real());
    HttpHeaders headers = exchange.getResponse().getHeaders();
    headers.set("RateLimit-Policy", limit.policy());
    headers.set("RateLimit", limit.state(taken));
    if (taken.granted()) {
      return chain.filter(exchange);
    }
    headers.set("Retry-After", Long.toString(RateLimit.seconds(taken.delay())));
    return ProblemResponses.write(
        exchange,
        HttpStatus.TOO_MANY_REQUESTS,
        "too-many-requests",
        "Expected at most %s, but there were more; send the same again later."
            .formatted(limit.policy()));
  }
}
