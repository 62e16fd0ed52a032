/** The model that turns what is known of a guest into a risk: its parameters, and where from. */
@NullMarked
package io.amends.scorer.domain.model;

import org.jspecify.annotations.NullMarked;
