package io.amends.local.identity.token;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.InMemoryOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;

/**
 * The newest authorizations. Services check tokens by their signature, so only a sign-in under way
 * needs its own; without an end, every token ever issued would stay in memory.
 */
final class LatestAuthorizations implements OAuth2AuthorizationService {

  private static final int MOST = 1_000;

  private final OAuth2AuthorizationService all = new InMemoryOAuth2AuthorizationService();
  private final Deque<String> oldestFirst = new ArrayDeque<>();

  @Override
  public synchronized void save(OAuth2Authorization authorization) {
    all.save(authorization);
    oldestFirst.remove(authorization.getId());
    oldestFirst.add(authorization.getId());
    if (oldestFirst.size() > MOST) {
      forget(oldestFirst.remove());
    }
  }

  @Override
  public synchronized void remove(OAuth2Authorization authorization) {
    all.remove(authorization);
    oldestFirst.remove(authorization.getId());
  }

  @Override
  public @Nullable OAuth2Authorization findById(String id) {
    return all.findById(id);
  }

  @Override
  public @Nullable OAuth2Authorization findByToken(
      String token, @Nullable OAuth2TokenType tokenType) {
    return all.findByToken(token, tokenType);
  }

  private void forget(String id) {
    OAuth2Authorization authorization = all.findById(id);
    if (authorization != null) {
      all.remove(authorization);
    }
  }
}
