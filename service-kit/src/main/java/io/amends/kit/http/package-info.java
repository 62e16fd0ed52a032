/** Problem details, owner routing, answers to commands. */
@NullMarked
package io.amends.kit.http;

import org.jspecify.annotations.NullMarked;
