package io.amends.contracts.personal;

import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

/** Words of a guest, which nothing else carries. */
@JsonTypeName("amends.personal.guest-text.v1")
public record GuestText(String textId, String text, @Nullable String language) {

  @Override
  public String toString() {
    return "GuestText[%s]".formatted(textId);
  }
}
