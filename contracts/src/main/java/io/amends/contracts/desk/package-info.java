/** What the desk writes down: who looked at what is personal. */
@NullMarked
package io.amends.contracts.desk;

import org.jspecify.annotations.NullMarked;
