/** Finding a case by guest, room, number or words. */
@NullMarked
package io.amends.desk.find;

import org.jspecify.annotations.NullMarked;
