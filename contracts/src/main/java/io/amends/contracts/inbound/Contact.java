package io.amends.contracts.inbound;

import org.jspecify.annotations.Nullable;

/** How to reach a person, as the person or a system gave it. */
public record Contact(@Nullable String name, @Nullable String email, @Nullable String phone) {

  /** Never the person's data: a record prints itself into logs. */
  @Override
  public String toString() {
    return "Contact[…]";
  }
}
