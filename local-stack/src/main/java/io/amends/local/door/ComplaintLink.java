package io.amends.local.door;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.amends.kit.events.Json;
import io.amends.local.stack.StackFailure;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a link to the complaint form is to name; null: nothing of the kind. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ComplaintLink(
    String propertyId,
    @Nullable String room,
    @Nullable String outlet,
    @Nullable String stayId,
    @Nullable String language) {

  /** As an address. */
  public String address(Door door) throws InterruptedException {
    return Json.mapper().readTree(made(door, "application/json")).path("url").asString();
  }

  /** As a picture of that type. */
  public byte[] picture(Door door, String type) throws InterruptedException {
    return made(door, type);
  }

  private byte[] made(Door door, String type) throws InterruptedException {
    try {
      HttpResponse<byte[]> answer =
          door.send(
              "POST",
              "/links/complaint",
              Map.of("Content-Type", "application/json", "Accept", type),
              BodyPublishers.ofByteArray(Json.bytes(this)),
              BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new StackFailure(Door.problem(answer.statusCode(), answer.body()));
      }
      return answer.body();
    } catch (IOException failure) {
      throw new StackFailure(
          "Expected an answer from %s, but: %s".formatted(door.address(), failure), failure);
    }
  }
}
