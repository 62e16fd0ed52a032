/** JSON Schemas, hand-written at the door and generated for what we write. */
@NullMarked
package io.amends.contracts.published.schema;

import org.jspecify.annotations.NullMarked;
