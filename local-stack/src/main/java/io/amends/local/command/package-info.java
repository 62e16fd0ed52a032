/** What a person can type behind {@code ./amends}. */
@NullMarked
package io.amends.local.command;

import org.jspecify.annotations.NullMarked;
