@NullMarked
package io.amends.desk.audit;

import org.jspecify.annotations.NullMarked;
