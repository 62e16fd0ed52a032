/** Who may do what on the cluster: accounts of services and of foreign systems. */
@NullMarked
package io.amends.local.access;

import org.jspecify.annotations.NullMarked;
