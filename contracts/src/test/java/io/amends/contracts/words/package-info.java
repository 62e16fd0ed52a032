/** The words for codes of the contract. */
@NullMarked
package io.amends.contracts.words;

import org.jspecify.annotations.NullMarked;
