@NullMarked
package io.amends.scorer.domain.profile;

import org.jspecify.annotations.NullMarked;
