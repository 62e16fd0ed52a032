/** How the service is put together. */
@NullMarked
package io.amends.desk.config;

import org.jspecify.annotations.NullMarked;
