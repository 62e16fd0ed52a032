@NullMarked
package io.amends.intake.classification;

import org.jspecify.annotations.NullMarked;
