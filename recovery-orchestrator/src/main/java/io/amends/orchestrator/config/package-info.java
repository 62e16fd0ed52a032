/** How the service is put together. */
@NullMarked
package io.amends.orchestrator.config;

import org.jspecify.annotations.NullMarked;
