/** The demo: a chain of hotels, and three evenings told as they happen. */
@NullMarked
package io.amends.local.demo;

import org.jspecify.annotations.NullMarked;
