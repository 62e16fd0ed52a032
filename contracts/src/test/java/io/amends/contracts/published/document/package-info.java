/** The AsyncAPI document and the event catalogue. */
@NullMarked
package io.amends.contracts.published.document;

import org.jspecify.annotations.NullMarked;
