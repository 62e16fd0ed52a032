/** The scorer's model, as its operators see it. */
@NullMarked
package io.amends.local.model;

import org.jspecify.annotations.NullMarked;
