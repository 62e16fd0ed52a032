/** What runs inside the processes that the launcher starts; a jar of its own. */
@NullMarked
package io.amends.local.child;

import org.jspecify.annotations.NullMarked;
