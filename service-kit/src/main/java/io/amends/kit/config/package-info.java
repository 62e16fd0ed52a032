/** The kit as Spring Boot auto-configuration. */
@NullMarked
package io.amends.kit.config;

import org.jspecify.annotations.NullMarked;
