/** What went wrong, told without a guest's words, and how often it went wrong before. */
@NullMarked
package io.amends.kit.failures;

import org.jspecify.annotations.NullMarked;
