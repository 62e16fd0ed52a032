package io.amends.intake.classification;

import io.amends.intake.classification.Evaluation.Labelled;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

  private static List<Labelled> resource(String name) {
    try (InputStream in = Sentences.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("%s: absent (expected: shipped)".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(Labelled::of)
          .toList();
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
