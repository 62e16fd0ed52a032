@NullMarked
package io.amends.intake.stream;

import org.jspecify.annotations.NullMarked;
