/** Who reads: signed in by OpenID, or with a token. */
@NullMarked
package io.amends.desk.people;

import org.jspecify.annotations.NullMarked;
