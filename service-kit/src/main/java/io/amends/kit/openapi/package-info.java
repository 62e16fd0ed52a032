/** What can be asked of a service over HTTP, told by the service itself. */
@NullMarked
package io.amends.kit.openapi;

import org.jspecify.annotations.NullMarked;
