package io.amends.kit.security;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;

/**
 * Who may ask for one thing.
 *
 * @param roles of which a caller needs one
 * @param everywhere whether they have to hold for all properties
 */
public record AccessRule(Set<String> roles, boolean everywhere) {

  private static final String OURS = "io.amends.";

  /** For what was declared for nobody. */
  private static final AccessRule NOBODY = new AccessRule(Set.of(), false);

  /** For what is not ours and is open to no partner: what is not found, what Spring answers. */
  static final AccessRule HOUSE = new AccessRule(Set.of(AllowedRoles.HOUSE), false);

  public AccessRule {
    roles = Set.copyOf(roles);
  }

  /** What was declared for a method of ours; empty if nothing was. */
  public static Optional<AccessRule> declared(HandlerMethod method) {
    @Nullable AllowedRoles own =
        AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), AllowedRoles.class);
    AllowedRoles allowed =
        own != null
            ? own
            : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), AllowedRoles.class);
    return Optional.ofNullable(allowed)
        .map(each -> new AccessRule(Set.of(each.value()), each.everywhere()));
  }

  /** Whether a method was written here, and hence has to have a rule. */
  public static boolean isOurs(HandlerMethod method) {
    return method.getBeanType().getName().startsWith(OURS);
  }

  /** What holds for whatever answers a request. */
  static AccessRule of(Object handler) {
    return handler instanceof HandlerMethod method && isOurs(method)
        ? declared(method).orElse(NOBODY)
        : HOUSE;
  }

  boolean allows(Caller caller) {
    boolean partner = caller.is(AllowedRoles.PARTNER);
    boolean inRole =
        partner
            ? roles.contains(AllowedRoles.PARTNER)
            : roles.contains(AllowedRoles.HOUSE)
                || caller.roles().stream().anyMatch(roles::contains);
    return inRole && (!everywhere || caller.holdsEverywhere());
  }
}
