/**
 * How fast the risk of guests is streamed, told and looked up, and how near to what is possible.
 */
@NullMarked
package io.amends.bench.scorer;

import org.jspecify.annotations.NullMarked;
