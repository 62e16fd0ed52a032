/** The whole system as one thing that is started and stopped. */
@NullMarked
package io.amends.local.stack;

import org.jspecify.annotations.NullMarked;
