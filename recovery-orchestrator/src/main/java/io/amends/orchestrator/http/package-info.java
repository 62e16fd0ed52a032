/** Commands and reads over HTTP. */
@NullMarked
package io.amends.orchestrator.http;

import org.jspecify.annotations.NullMarked;
