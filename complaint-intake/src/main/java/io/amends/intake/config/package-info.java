/** How the service is put together. */
@NullMarked
package io.amends.intake.config;

import org.jspecify.annotations.NullMarked;
