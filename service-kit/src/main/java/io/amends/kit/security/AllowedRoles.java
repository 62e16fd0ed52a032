package io.amends.kit.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may ask for what a method answers, on the method or for all methods of its class. It is what
 * {@link AccessRules} enforces and what the OpenAPI document tells; a method without one answers
 * nobody, unless its path is among the {@link PublicPaths}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface AllowedRoles {

  /** Whoever is known, in any role or none, but no partner. */
  String HOUSE = "*";

  /** The role of a partner: another company, which sees nothing of guests and cases. */
  String PARTNER = "PARTNER";

  /** Roles as a token names them; one of them is enough. */
  String[] value();

  /** Whether it concerns the whole chain, so that the roles have to hold for all properties. */
  boolean everywhere() default false;
}
