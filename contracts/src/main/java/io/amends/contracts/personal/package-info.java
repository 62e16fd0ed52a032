/** Contacts and words of guests, which nothing else carries. */
@NullMarked
package io.amends.contracts.personal;

import org.jspecify.annotations.NullMarked;
