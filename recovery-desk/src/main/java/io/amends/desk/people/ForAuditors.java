package io.amends.desk.people;

import io.amends.kit.security.AllowedRoles;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * For whoever answers for what the chain does with personal data: a look is not one hotel's, since
 * who finds a guest finds the same guest everywhere.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@AllowedRoles(
    value = {"HEAD_OFFICE", "SECURITY"},
    everywhere = true)
public @interface ForAuditors {}
