/** The pages. */
@NullMarked
package io.amends.desk.http;

import org.jspecify.annotations.NullMarked;
