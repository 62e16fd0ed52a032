package io.amends.desk.people;

import io.amends.kit.security.AllowedRoles;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For whoever works with guests: operations and integrators look after machines. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@AllowedRoles({
  "FRONT_LINE",
  "SUPERVISOR",
  "DUTY_MANAGER",
  "GENERAL_MANAGER",
  "REGION",
  "HEAD_OFFICE",
  "SECURITY"
})
public @interface ForStaff {}
