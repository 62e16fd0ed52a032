/**
 * The desk's view: an SQL database in one file that is filled from the topics, with the offsets in
 * the same transaction. It may be dropped at any time and is then built again from zero.
 */
@NullMarked
package io.amends.desk.view;

import org.jspecify.annotations.NullMarked;
