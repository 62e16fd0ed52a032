/** What the chain learns from its cases. */
@NullMarked
package io.amends.desk.reports;

import org.jspecify.annotations.NullMarked;
