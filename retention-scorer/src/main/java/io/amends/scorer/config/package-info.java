/** How the service is put together. */
@NullMarked
package io.amends.scorer.config;

import org.jspecify.annotations.NullMarked;
