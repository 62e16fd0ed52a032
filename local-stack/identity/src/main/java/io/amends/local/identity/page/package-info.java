/** HTML pages without a template engine. */
@NullMarked
package io.amends.local.identity.page;

import org.jspecify.annotations.NullMarked;
