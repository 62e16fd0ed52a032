/** What may know what, and how code is written, in all modules. */
@NullMarked
package io.amends.architecture;

import org.jspecify.annotations.NullMarked;
