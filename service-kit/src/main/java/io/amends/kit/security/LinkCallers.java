package io.amends.kit.security;

import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Lets the holder of a link in as the person it was made for, in that person's role. */
final class LinkCallers implements WebFilter {

  /** The header in which a link's token comes. */
  static final String HEADER = "Staff-Link";

  private final SignedLinks links;

  LinkCallers(SignedLinks links) {
    this.links = links;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String token = exchange.getRequest().getHeaders().getFirst(HEADER);
    return token == null
        ? chain.filter(exchange)
        : links
            .read(token, StaffLink.USE)
            .map(StaffLink::caller)
            .map(CallerTokens.CallerAuthentication::new)
            .map(
                known ->
                    chain
                        .filter(exchange)
                        .contextWrite(ReactiveSecurityContextHolder.withAuthentication(known)))
            .orElseGet(() -> chain.filter(exchange));
  }
}
