/** The inbound contract, held to its JSON Schemas. */
@NullMarked
package io.amends.intake.schema;

import org.jspecify.annotations.NullMarked;
