@NullMarked
package io.amends.scorer.domain.evidence;

import org.jspecify.annotations.NullMarked;
