package io.amends.kit.security;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import reactor.core.publisher.Mono;

/** Makes a {@link Caller} of a verified token: its claims {@code roles} and {@code properties}. */
final class CallerTokens implements Converter<Jwt, Mono<AbstractAuthenticationToken>> {

  @Override
  public Mono<AbstractAuthenticationToken> convert(Jwt token) {
    String subject = token.getSubject();
    if (subject == null) {
      return Mono.error(new InvalidBearerTokenException("sub: absent (expected: who calls)"));
    }
    Caller caller =
        new Caller(subject, strings(token, "roles"), strings(token, "properties"), null);
    return Mono.just(new CallerAuthentication(caller));
  }

  private static Set<String> strings(Jwt token, String claim) {
    List<String> values = token.getClaimAsStringList(claim);
    return values == null ? Set.of() : Set.copyOf(values);
  }

  /** A caller as Spring Security sees one. */
  static final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Caller caller;

    CallerAuthentication(Caller caller) {
      super(authorities(caller));
      this.caller = caller;
      setAuthenticated(true);
    }

    private static Collection<GrantedAuthority> authorities(Caller caller) {
      return caller.roles().stream()
          .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
          .collect(Collectors.toSet());
    }

    @Override
    public Object getCredentials() {
      return "";
    }

    @Override
    public Caller getPrincipal() {
      return caller;
    }
  }
}
