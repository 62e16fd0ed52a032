/** Reads over HTTP. */
@NullMarked
package io.amends.scorer.http;

import org.jspecify.annotations.NullMarked;
