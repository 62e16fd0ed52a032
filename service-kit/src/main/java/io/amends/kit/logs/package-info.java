/** What log lines have in common: the id by which those of one matter are found. */
@NullMarked
package io.amends.kit.logs;

import org.jspecify.annotations.NullMarked;
