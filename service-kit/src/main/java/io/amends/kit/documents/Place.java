package io.amends.kit.documents;

/** Where something stands in a text; both count from 1. */
public record Place(int line, int column) {

  @Override
  public String toString() {
    return "line %d, column %d".formatted(line, column);
  }
}
