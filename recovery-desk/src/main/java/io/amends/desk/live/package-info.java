/** What open pages hear as it happens. */
@NullMarked
package io.amends.desk.live;

import org.jspecify.annotations.NullMarked;
