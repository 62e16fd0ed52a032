/** What colleagues wish to give and may not alone: what waits for whom, and yes or no. */
@NullMarked
package io.amends.desk.approvals;

import org.jspecify.annotations.NullMarked;
