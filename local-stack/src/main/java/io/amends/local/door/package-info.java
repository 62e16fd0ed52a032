/** The front door as the command line uses it: reference data and files of complaints or stays. */
@NullMarked
package io.amends.local.door;

import org.jspecify.annotations.NullMarked;
