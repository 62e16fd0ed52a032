/** What everybody who calls a service meets: tokens, problem documents, health, figures. */
@NullMarked
package io.amends.kit.edge;

import org.jspecify.annotations.NullMarked;
