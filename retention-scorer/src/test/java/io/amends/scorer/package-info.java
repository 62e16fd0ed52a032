/** What several tests share. */
@NullMarked
package io.amends.scorer;

import org.jspecify.annotations.NullMarked;
