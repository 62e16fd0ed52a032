/** How quickly the desk shows what happened, and how much it can hold. */
@NullMarked
package io.amends.bench.desk;

import org.jspecify.annotations.NullMarked;
