@NullMarked
package io.amends.scorer.domain.model;

import org.jspecify.annotations.NullMarked;
