/** What hotels' systems tell of guests, translated into facts: the same for files and topics. */
@NullMarked
package io.amends.scorer.interaction;

import org.jspecify.annotations.NullMarked;
