@NullMarked
package io.amends.scorer.command;

import org.jspecify.annotations.NullMarked;
