/** What every bench shares: figures, what they must reach, the machine, how they are told. */
@NullMarked
package io.amends.bench.figures;

import org.jspecify.annotations.NullMarked;
