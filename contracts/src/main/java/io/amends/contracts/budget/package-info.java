/** What is counted across guests: a month's budget, in nights. */
@NullMarked
package io.amends.contracts.budget;

import org.jspecify.annotations.NullMarked;
