package io.amends.architecture;

import java.util.Locale;

/**
 * A setting that can be made, as the records say that are filled with them.
 *
 * @param name as it stands in a file
 * @param standard what holds if nothing is said; empty if it must be said
 * @param meaning in words
 */
record Setting(String name, String type, String standard, String meaning) {

  /** The same as a variable of the environment. */
  String variable() {
    return name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }
}
