/** Service requests as OPERA tells of them. */
@NullMarked
package io.amends.local.opera;

import org.jspecify.annotations.NullMarked;
