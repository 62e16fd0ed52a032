/** Service requests of Oracle OPERA as events of the inbound contract. */
@NullMarked
package io.amends.local.opera;

import org.jspecify.annotations.NullMarked;
