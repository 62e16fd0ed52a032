/** Codes and values become sentences, in the reader's language and the property's time. */
@NullMarked
package io.amends.desk.words;

import org.jspecify.annotations.NullMarked;
