/** What was refused, looked at and sent again. */
@NullMarked
package io.amends.local.dlq;

import org.jspecify.annotations.NullMarked;
