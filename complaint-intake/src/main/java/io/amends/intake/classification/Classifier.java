package io.amends.intake.classification;

import io.amends.contracts.intake.Suggestion;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;

/**
 * Suggests what a guest's words are about: each entry of the lexicon that is found adds its weight
 * to its code, once; the heaviest code is suggested, with its share of all that was found as
 * confidence, and the entries that led there. The same words always give the same answer.
 */
public final class Classifier {

  /** Ours: what is longer says nothing new, and is read in a millisecond or two. */
  private static final int LONGEST = 4_000;

  /** Ours: enough for a person to see why. */
  private static final int MOST_REASONS = 5;

  private static final String TYPOGRAPHIC_APOSTROPHE = "\u2019";

  private final Lexicon lexicon;

  private Classifier(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Of what went wrong, with the lexicon that ships. */
  public static Classifier shipped() {
    return of(Matter.ISSUE);
  }

  /** With the lexicon that ships for a matter. */
  public static Classifier of(Matter matter) {
    return new Classifier(Lexicon.shipped(matter));
  }

  /** The codes that the lexicon knows. */
  public Set<String> issues() {
    return lexicon.words().keySet();
  }

  /** Whether a complaint that nobody sorted is handled as this says until somebody has looked. */
  public boolean isSure(Suggestion suggestion) {
    return suggestion.confidence() >= lexicon.sureFrom();
  }

  /** What the words are about; empty if they do not say so clearly enough. */
  public Optional<Suggestion> suggest(String words) {
    String text = plain(words);
    boolean latin = text.chars().anyMatch(letter -> letter >= 'a' && letter <= 'z');
    boolean others = text.chars().anyMatch(letter -> letter > 0xFF);
    Map<String, List<Lexicon.Word>> found = new TreeMap<>();
    lexicon
        .words()
        .forEach(
            (issue, entries) -> {
              List<Lexicon.Word> here =
                  entries.stream()
                      .filter(entry -> entry.latin() ? latin : others)
                      .filter(entry -> entry.mayBeIn(text))
                      .filter(entry -> says(text, entry))
                      .toList();
              if (!here.isEmpty()) {
                found.put(issue, here);
              }
            });
    boolean namesAMatter =
        found.entrySet().stream()
            .anyMatch(
                each ->
                    !each.getKey().equals(lexicon.general())
                        && weight(each.getValue()) >= lexicon.leastWeight());
    if (namesAMatter) {
      found.remove(lexicon.general());
    }
    double all = lexicon.doubt() + found.values().stream().mapToDouble(Classifier::weight).sum();
    return found.entrySet().stream()
        .max(
            Map.Entry.<String, List<Lexicon.Word>>comparingByValue(
                    (one, other) -> Double.compare(weight(one), weight(other)))
                .thenComparing(Map.Entry.comparingByKey()))
        .filter(best -> weight(best.getValue()) >= lexicon.leastWeight())
        .map(best -> suggestion(best.getKey(), best.getValue(), all))
        .filter(suggestion -> suggestion.confidence() >= lexicon.suggestsFrom());
  }

  private Suggestion suggestion(String issue, List<Lexicon.Word> because, double all) {
    List<Lexicon.Word> heaviest = new ArrayList<>(because);
    heaviest.sort((one, other) -> Double.compare(other.weight(), one.weight()));
    double confidence = Math.round(weight(because) / all * 100) / 100.0;
    return new Suggestion(
        issue,
        confidence,
        heaviest.stream().limit(MOST_REASONS).map(Lexicon.Word::text).toList(),
        lexicon.version());
  }

  private static double weight(List<Lexicon.Word> words) {
    return words.stream().mapToDouble(Lexicon.Word::weight).sum();
  }

  private boolean says(String text, Lexicon.Word word) {
    Matcher matcher = word.pattern().matcher(text);
    while (matcher.find()) {
      String before = text.substring(Math.max(0, matcher.start() - 16), matcher.start());
      if (!lexicon.negations().matcher(before).find()) {
        return true;
      }
    }
    return false;
  }

  static String plain(String words) {
    String cut = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    return Normalizer.normalize(cut, Normalizer.Form.NFKC)
        .replace(TYPOGRAPHIC_APOSTROPHE, "'")
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\s+", " ");
  }
}
