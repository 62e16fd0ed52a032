package io.amends.kit.http;

/**
 * What is wrong with one field.
 *
 * @param pointer where (JSON Pointer), or the name of a header or parameter
 * @param found what stands there; never a guest's words
 * @param expected what should
 */
public record FieldProblem(String pointer, String found, String expected) {

  /** The sentence of the house: "name: value (expected: …)". */
  @Override
  public String toString() {
    return "%s: %s (expected: %s)".formatted(pointer, found, expected);
  }
}
