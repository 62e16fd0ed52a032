/** Every topic, with what lies in it and how long. */
@NullMarked
package io.amends.contracts.topics;

import org.jspecify.annotations.NullMarked;
