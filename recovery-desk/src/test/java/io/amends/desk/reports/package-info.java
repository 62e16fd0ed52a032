/** Tests of the reports. */
@NullMarked
package io.amends.desk.reports;

import org.jspecify.annotations.NullMarked;
