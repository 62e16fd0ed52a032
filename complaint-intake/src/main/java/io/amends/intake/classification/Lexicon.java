package io.amends.intake.classification;

import io.amends.kit.events.Json;
import io.amends.kit.events.Yaml;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words by which guests tell one matter, such as what went wrong, as a shipped file has them.
 *
 * @param version raised with every change, so that a suggestion can be explained later
 * @param words by code: of the policy's catalogue, or of another closed set
 * @param negations a word behind one of these counts for nothing
 * @param doubt the weight of what is not known
 * @param suggestsFrom confidence below which nothing is suggested
 * @param leastWeight below which nothing is suggested either: a hint alone is none
 * @param general the code that gives way to any other that is named, such as how bad it all was
 * @param sureFrom confidence from which a complaint is handled so until somebody has looked
 */
record Lexicon(
    int version,
    Map<String, List<Word>> words,
    Pattern negations,
    double doubt,
    double suggestsFrom,
    double leastWeight,
    String general,
    double sureFrom) {

  Lexicon {
    words = Map.copyOf(words);
  }

  /**
   * One entry.
   *
   * @param text as the file has it
   * @param anchors of which one stands wherever it is found; empty: none has to
   * @param latin whether it can stand only in a text that has Latin letters; else only in one that
   *     has others
   */
  record Word(String text, Pattern pattern, Set<String> anchors, double weight, boolean latin) {

    Word {
      anchors = Set.copyOf(anchors);
    }

    /** Whether it is worth looking for it. */
    boolean mayBeIn(String words) {
      for (String anchor : anchors) { // no stream: it is asked some hundred times of each text
        if (words.contains(anchor)) {
          return true;
        }
      }
      return anchors.isEmpty();
    }
  }

  private record Document(
      int version,
      Map<String, Double> weights,
      double suggestsFrom,
      double leastWeight,
      String general,
      double sureFrom,
      Map<String, List<String>> negations,
      Map<String, Map<String, Map<String, List<String>>>> codes) {

    double weight(String of) {
      Double weight = weights.get(of);
      if (weight == null) {
        throw new IllegalArgumentException("weights/%s: absent (expected: a number)".formatted(of));
      }
      return weight;
    }
  }

  /** The one that ships for a matter. */
  static Lexicon shipped(Matter matter) {
    Document file = Json.mapper().convertValue(Yaml.resource(matter.lexicon()), Document.class);
    Map<String, List<Word>> words = new TreeMap<>();
    file.codes()
        .forEach(
            (issue, languages) -> {
              List<Word> all = new ArrayList<>();
              languages.forEach(
                  (language, strengths) ->
                      strengths.forEach(
                          (strength, entries) ->
                              entries.forEach(
                                  entry -> all.add(word(language, entry, file.weight(strength))))));
              words.put(issue, all);
            });
    return new Lexicon(
        file.version(),
        words,
        negations(file.negations()),
        file.weight("doubt"),
        file.suggestsFrom(),
        file.leastWeight(),
        file.general(),
        file.sureFrom());
  }

  private static Word word(String language, String entry, double weight) {
    boolean latin = language.equals("en");
    String whole = latin ? "\\b(?:" + entry + ")\\b" : entry;
    return new Word(entry, Pattern.compile(whole), Anchors.of(entry), weight, latin);
  }

  /** At the end of what stands before a word; in English one word may stand between. */
  private static Pattern negations(Map<String, List<String>> of) {
    return Pattern.compile(
        "(?:%s)$|\\b(?:%s)(?: \\w+)? $"
            .formatted(alternatives(of.get("zh")), alternatives(of.get("en"))));
  }

  private static String alternatives(@Nullable List<String> words) {
    return words == null || words.isEmpty() ? "(?!)" : String.join("|", words);
  }
}
