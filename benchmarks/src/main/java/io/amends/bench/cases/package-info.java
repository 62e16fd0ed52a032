/** How many commands a million open cases stand, and how late their deadlines are meanwhile. */
@NullMarked
package io.amends.bench.cases;

import org.jspecify.annotations.NullMarked;
