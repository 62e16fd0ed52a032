package io.amends.contracts.personal;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/** How to reach a guest, which nothing else carries. */
@JsonTypeName("amends.personal.guest-contact.v1")
public record GuestContact(
    @Nullable String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String birthday) {

  @Override
  public String toString() {
    return "GuestContact[…]";
  }
}
