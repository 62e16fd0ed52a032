/** What the door's code can be asked from the command line, without a service around it. */
@NullMarked
package io.amends.intake.command;

import org.jspecify.annotations.NullMarked;
