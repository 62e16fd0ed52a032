/** Tests of the words. */
@NullMarked
package io.amends.desk.words;

import org.jspecify.annotations.NullMarked;
