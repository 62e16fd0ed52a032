@NullMarked
package io.amends.intake.domain;

import org.jspecify.annotations.NullMarked;
