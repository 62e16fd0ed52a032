/** CloudEvents in binary mode, dead letters, JSON. */
@NullMarked
package io.amends.kit.events;

import org.jspecify.annotations.NullMarked;
