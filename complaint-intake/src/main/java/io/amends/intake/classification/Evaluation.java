package io.amends.intake.classification;

import io.amends.contracts.intake.Suggestion;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * How often a classifier is right, by class: of what it called so, how much is so (precision); of
 * what is so, how much it called so (recall).
 */
public final class Evaluation {

  /** What stands for a text about which nothing is to be said. */
  public static final String NOTHING = "NOTHING";

  private final Map<String, Counts> classes = new TreeMap<>();
  private int texts;
  private int right;

  /** One labelled text. */
  public record Labelled(String label, String language, String text) {

    /**
     * Reads one.
     *
     * @param line label, language and text, with tabs between
     * @throws IllegalArgumentException if it is not so
     */
    static Labelled of(String line) {
      List<String> parts = List.of(line.split("\t", 3));
      if (parts.size() < 3) {
        throw new IllegalArgumentException(
            "line: %d parts (expected: label, language, text)".formatted(parts.size()));
      }
      return new Labelled(parts.get(0), parts.get(1), parts.get(2));
    }
  }

  /**
   * What was counted of one class.
   *
   * @param labelled texts that are so
   * @param called texts that were called so
   * @param right both
   */
  public record Counts(int labelled, int called, int right) {

    static final Counts NONE = new Counts(0, 0, 0);

    /** NaN if nothing was called so. */
    public double precision() {
      return (double) right / called;
    }

    /** NaN if nothing is so. */
    public double recall() {
      return (double) right / labelled;
    }
  }

  /**
   * Tries all texts.
   *
   * @param classOf of a code, such as its failure type
   */
  public static Evaluation of(
      Classifier classifier, List<Labelled> texts, UnaryOperator<String> classOf) {
    Evaluation evaluation = new Evaluation();
    for (Labelled one : texts) {
      Optional<Suggestion> suggested = classifier.suggest(one.text());
      evaluation.count(
          name(one.label(), classOf),
          name(suggested.map(Suggestion::issue).orElse(NOTHING), classOf));
    }
    return evaluation;
  }

  private static String name(String code, UnaryOperator<String> classOf) {
    return code.equals(NOTHING) ? NOTHING : classOf.apply(code);
  }

  private void count(String is, String called) {
    texts++;
    boolean same = is.equals(called);
    if (same) {
      right++;
    }
    for (String each : new TreeSet<>(Arrays.asList(is, called))) {
      Counts before = classes.getOrDefault(each, Counts.NONE);
      classes.put(
          each,
          new Counts(
              before.labelled() + (each.equals(is) ? 1 : 0),
              before.called() + (each.equals(called) ? 1 : 0),
              before.right() + (same ? 1 : 0)));
    }
  }

  /** By class, in the order of their names. */
  public Map<String, Counts> classes() {
    return new LinkedHashMap<>(classes);
  }

  /** Share of all texts that were called what they are. */
  public double accuracy() {
    return (double) right / texts;
  }

  public int texts() {
    return texts;
  }
}
