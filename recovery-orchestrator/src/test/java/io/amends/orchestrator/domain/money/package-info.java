/** Whether what is counted is counted right. */
@NullMarked
package io.amends.orchestrator.domain.money;

import org.jspecify.annotations.NullMarked;
