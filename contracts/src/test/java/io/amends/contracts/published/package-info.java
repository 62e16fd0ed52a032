/** What is published beside the code, held to it: schemas, samples, documents. */
@NullMarked
package io.amends.contracts.published;

import org.jspecify.annotations.NullMarked;
