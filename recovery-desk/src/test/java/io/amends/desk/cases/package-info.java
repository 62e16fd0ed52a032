/** Tests of the pages of cases. */
@NullMarked
package io.amends.desk.cases;

import org.jspecify.annotations.NullMarked;
