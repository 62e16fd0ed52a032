@NullMarked
package io.amends.intake.contact;

import org.jspecify.annotations.NullMarked;
