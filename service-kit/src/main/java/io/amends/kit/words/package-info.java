/** Sentences by code and language. */
@NullMarked
package io.amends.kit.words;

import org.jspecify.annotations.NullMarked;
