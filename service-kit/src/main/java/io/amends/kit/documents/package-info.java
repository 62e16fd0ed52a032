/** Documents that people write, in JSON or YAML, and where in them everything stands. */
@NullMarked
package io.amends.kit.documents;

import org.jspecify.annotations.NullMarked;
