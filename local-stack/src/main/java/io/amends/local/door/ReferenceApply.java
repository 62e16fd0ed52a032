package io.amends.local.door;

import io.amends.kit.events.Json;
import io.amends.local.stack.StackFailure;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Applies a file of reference data: checks all of it first, so that nothing is applied by half. */
public final class ReferenceApply {

  private final Door door;

  public ReferenceApply(Door door) {
    this.door = door;
  }

  /**
   * What became of a file.
   *
   * @param applied how many of each kind; empty if it was only checked
   * @param errors a line each; if there is one, nothing was applied
   */
  public record Outcome(Map<String, Integer> applied, List<String> errors) {}

  /**
   * Does it.
   *
   * @param check only to check it
   * @throws StackFailure if the file cannot be read, or the door does not answer
   */
  public Outcome apply(Path path, boolean check) throws InterruptedException {
    ReferenceFile file = ReferenceFile.read(path);
    List<ReferenceFile.Part> parts = file.parts();
    List<String> errors = new ArrayList<>();
    for (ReferenceFile.Part part : parts) {
      errors.addAll(errors(file, part, put(part, true)));
    }
    Map<String, Integer> applied = new TreeMap<>();
    if (errors.isEmpty() && !check) {
      for (ReferenceFile.Part part : parts) {
        HttpResponse<byte[]> answer = put(part, false);
        errors.addAll(errors(file, part, answer));
        if (answer.statusCode() == 200) {
          Json.mapper()
              .readTree(answer.body())
              .path("applied")
              .properties()
              .forEach(kind -> applied.merge(kind.getKey(), kind.getValue().asInt(), Integer::sum));
        }
      }
    }
    return new Outcome(applied, errors);
  }

  private HttpResponse<byte[]> put(ReferenceFile.Part part, boolean check)
      throws InterruptedException {
    try {
      return door.send(
          "PUT",
          check ? "/reference?validate=true" : "/reference",
          Map.of("Content-Type", "application/json"),
          BodyPublishers.ofByteArray(Json.bytes(part.body())),
          BodyHandlers.ofByteArray());
    } catch (IOException failure) {
      throw new StackFailure(
          "Expected an answer from %s, but: %s".formatted(door.address(), failure), failure);
    }
  }

  private static List<String> errors(
      ReferenceFile file, ReferenceFile.Part part, HttpResponse<byte[]> answer) {
    if (answer.statusCode() == 200) {
      return List.of();
    }
    List<String> errors = new ArrayList<>();
    if (answer.statusCode() == 422) {
      for (JsonNode error : Json.mapper().readTree(answer.body()).path("errors")) {
        errors.add(file.tell(part, error));
      }
    }
    if (errors.isEmpty()) {
      throw new StackFailure(Door.problem(answer.statusCode(), answer.body()));
    }
    return errors;
  }
}
