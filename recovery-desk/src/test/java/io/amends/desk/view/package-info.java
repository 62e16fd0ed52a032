/** Tests of the view. */
@NullMarked
package io.amends.desk.view;

import org.jspecify.annotations.NullMarked;
