package io.amends.local.door;

import io.amends.contracts.topics.InboundKind;
import io.amends.kit.events.Json;
import io.amends.local.process.Waiting;
import io.amends.local.stack.StackFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Sends one batch of rows and takes its results. What is not answered is sent again: rows have ids,
 * so a second time is no second event.
 */
final class BatchUpload {

  /** Ours: with the waits between them about a minute, as long as a broker takes to come back. */
  private static final int TRIES = 8;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(15);

  private final Door door;
  private final InboundKind kind;
  private final boolean history;
  private final Tally tally;
  private final RefusedFile refused;

  BatchUpload(Door door, InboundKind kind, boolean history, Tally tally, RefusedFile refused) {
    this.door = door;
    this.kind = kind;
    this.history = history;
    this.tally = tally;
    this.refused = refused;
  }

  /**
   * Returns when every row is counted.
   *
   * @throws StackFailure if the door lets nobody in
   */
  void send(List<Row> rows) throws InterruptedException {
    List<Row> left = rows;
    String why = "nobody answered";
    Duration wait = Duration.ofSeconds(1);
    for (int tried = 0; tried < TRIES && !left.isEmpty(); tried++) {
      if (tried > 0) {
        boolean _ = Waiting.until(wait, () -> false);
        wait =
            wait.multipliedBy(2).compareTo(LONGEST_WAIT) < 0 ? wait.multipliedBy(2) : LONGEST_WAIT;
      }
      try {
        left = once(left);
      } catch (IOException failure) {
        why = String.valueOf(failure.getMessage());
      }
    }
    for (Row row : left) {
      tally.unanswered();
      refused.add(row, List.of("not answered (%s): import it again".formatted(why)));
    }
  }

  /** Sends the rows and returns those that were not answered. */
  private List<Row> once(List<Row> rows) throws IOException, InterruptedException {
    String lines = rows.stream().map(Row::json).collect(Collectors.joining("\n", "", "\n"));
    HttpResponse<InputStream> answer =
        door.send(
            "POST",
            "/" + kind.word() + "/batch",
            Map.of(
                "Content-Type",
                "application/x-ndjson",
                "Amends-History",
                Boolean.toString(history)),
            BodyPublishers.ofString(lines),
            BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      return switch (answer.statusCode()) {
        case 200 -> unanswered(rows, body);
        case 429, 503 -> {
          long seconds = answer.headers().firstValueAsLong("Retry-After").orElse(0);
          boolean _ = Waiting.until(Duration.ofSeconds(Math.min(seconds, 60)), () -> false);
          yield rows;
        }
        default -> throw new StackFailure(Door.problem(answer.statusCode(), body.readAllBytes()));
      };
    }
  }

  private List<Row> unanswered(List<Row> rows, InputStream body) {
    BitSet answered = new BitSet();
    BufferedReader results =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    try {
      for (String line = results.readLine(); line != null; line = results.readLine()) {
        JsonNode result = Json.mapper().readTree(line);
        int index = result.path("line").asInt() - 1;
        if (take(rows.get(index), result)) {
          answered.set(index);
        }
      }
    } catch (IOException | JacksonException cut) {
      // the connection ended in the middle: what was not answered is sent again
    }
    List<Row> left = new ArrayList<>();
    for (int i = answered.nextClearBit(0); i < rows.size(); i = answered.nextClearBit(i + 1)) {
      left.add(rows.get(i));
    }
    return left;
  }

  private boolean take(Row row, JsonNode result) {
    switch (result.path("status").asString("")) {
      case "ACCEPTED" -> tally.accepted();
      case "DUPLICATE" -> tally.duplicate();
      case "REFUSED" -> refuse(row, result.path("flaws"));
      default -> {
        return false;
      }
    }
    return true;
  }

  private void refuse(Row row, JsonNode flaws) {
    List<String> kinds = new ArrayList<>();
    List<String> reasons = new ArrayList<>();
    for (JsonNode flaw : flaws) {
      String pointer = flaw.path("pointer").asString("");
      String field = pointer.isEmpty() ? "line" : pointer;
      String expected = flaw.path("expected").asString("");
      kinds.add("%s (expected: %s)".formatted(field, expected));
      reasons.add(
          "%s: %s (expected: %s)"
              .formatted(field, flaw.path("found").asString("absent"), expected));
    }
    tally.refused(kinds);
    refused.add(row, reasons);
  }
}
