/** Where things lie: what was built, and the data folder of one stack. */
@NullMarked
package io.amends.local.installation;

import org.jspecify.annotations.NullMarked;
