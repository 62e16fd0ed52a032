/** Examples that integrators read. */
@NullMarked
package io.amends.contracts.published.sample;

import org.jspecify.annotations.NullMarked;
