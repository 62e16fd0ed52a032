package io.amends.intake.classification;

import io.amends.intake.classification.Evaluation.Labelled;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Sentences made for this project, each with what it is about, and some that are about nothing. */
public final class Sentences {

  private Sentences() {}

  /** Those on which the lexicon was tried while it was written: it does well on them. */
  public static List<Labelled> tuned() {
    return resource("classification/sentences-tuned.tsv");
  }

  /** Those that were written after it, and to which no entry owes its being. */
  public static List<Labelled> heldOut() {
    return resource("classification/sentences-held-out.tsv");
  }

  /**
   * The same, labelled for one matter of how something is told.
   *
   * @param matter one of {@link Matter#OF_MANNER}
   */
  public static List<Labelled> tuned(Matter matter) {
    return labelledFor(matter, "classification/manner-tuned.tsv");
  }

  /** Likewise those to which no entry owes its being. */
  public static List<Labelled> heldOut(Matter matter) {
    return labelledFor(matter, "classification/manner-held-out.tsv");
  }

  private static List<Labelled> labelledFor(Matter matter, String name) {
    int column = Matter.OF_MANNER.indexOf(matter);
    int columns = Matter.OF_MANNER.size();
    return lines(name)
        .map(
            line -> {
              List<String> parts = List.of(line.split("\t", -1));
              return new Labelled(parts.get(column), parts.get(columns), parts.get(columns + 1));
            })
        .toList();
  }

  private static List<Labelled> resource(String name) {
    return lines(name).map(Labelled::of).toList();
  }

  private static Stream<String> lines(String name) {
    try (InputStream in = Sentences.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("%s: absent (expected: shipped)".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Reads a file of the same form. */
  public static List<Labelled> read(Path file) throws IOException {
    return Files.readAllLines(file).stream()
        .filter(line -> !line.isBlank())
        .map(Labelled::of)
        .toList();
  }
}
