package io.amends.local.door;

/**
 * One row of a file.
 *
 * @param number line in the file at which it begins, from 1
 * @param original as it stands there, so that it can be mended
 * @param json as the door takes it, in one line
 * @param end how many bytes of the file are read with it
 */
record Row(long number, String original, String json, long end) {

  Row withJson(String other) {
    return new Row(number, original, other, end);
  }
}
