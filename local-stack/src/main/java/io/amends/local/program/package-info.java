/** What is started: the broker, the identity process, the services. */
@NullMarked
package io.amends.local.program;

import org.jspecify.annotations.NullMarked;
