/** Dead letters. */
@NullMarked
package io.amends.local.dlq;

import org.jspecify.annotations.NullMarked;
