package io.amends.local.command;

import io.amends.kit.events.Json;
import io.amends.local.opera.Opera;
import io.amends.local.opera.OperaTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Turns service requests of Oracle OPERA into rows that {@code ./amends import} takes. */
@Command(
    name = "opera",
    description =
        "Turns service requests of Oracle OPERA, one a line, into complaints as import takes them,"
            + " by a table of the chain's codes. Sends nothing.",
    mixinStandardHelpOptions = true)
public final class OperaCommand implements Callable<Integer> {

  @Option(
      names = "--table",
      paramLabel = "YAML",
      required = true,
      description = "what the hotels' codes mean")
  private Path table = Path.of("");

  @Option(
      names = "--updates",
      description = "not the complaints, but of which the work is done, as updates")
  private boolean updates;

  @Parameters(paramLabel = "FILE")
  private Path file = Path.of("");

  @Override
  public Integer call() throws IOException {
    Opera opera = new Opera(OperaTable.read(Files.readString(table)));
    Map<String, Integer> unknown = new TreeMap<>();
    int line = 0;
    int told = 0;
    int none = 0;
    int refused = 0;
    Iterator<String> lines = Files.readString(file, StandardCharsets.UTF_8).lines().iterator();
    while (lines.hasNext()) {
      String text = lines.next();
      line++;
      if (text.isBlank()) {
        continue;
      }
      try {
        Opera.Told each = opera.read(Json.mapper().readTree(text));
        ObjectNode body = updates ? each.done() : each.complaint();
        if (body == null) {
          none++;
        } else {
          String id = updates ? each.id() + "/done" : each.id();
          System.out.println(Json.mapper().writeValueAsString(row(id, body)));
          told++;
        }
        if (each.unknownCode() != null) {
          unknown.merge(each.unknownCode(), 1, Integer::sum);
        }
      } catch (IllegalArgumentException | JacksonException flaw) {
        System.err.printf("line %d: %s%n", line, told(flaw));
        refused++;
      }
    }
    System.err.printf(
        "%d %s, %d none, %d refused; codes that the table does not know: %s%n",
        told, updates ? "updates" : "complaints", none, refused, unknown);
    return refused == 0 ? 0 : 1;
  }

  private static ObjectNode row(String id, ObjectNode body) {
    ObjectNode row = Json.mapper().createObjectNode().put("id", id);
    row.setAll(body);
    return row;
  }

  /** Jackson repeats what it read, which may be a guest's words. */
  private static String told(RuntimeException flaw) {
    return flaw instanceof JacksonException ? "no JSON" : String.valueOf(flaw.getMessage());
  }
}
