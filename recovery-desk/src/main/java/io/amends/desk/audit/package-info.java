/** Who looked at what is personal, for whoever has to answer for it. */
@NullMarked
package io.amends.desk.audit;

import org.jspecify.annotations.NullMarked;
