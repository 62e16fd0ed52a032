/** Processes of this machine: started, watched, asked whether they are ready, stopped. */
@NullMarked
package io.amends.local.process;

import org.jspecify.annotations.NullMarked;
