/** What a bench starts, and stops again. */
@NullMarked
package io.amends.bench.stack;

import org.jspecify.annotations.NullMarked;
