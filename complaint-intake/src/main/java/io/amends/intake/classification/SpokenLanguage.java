package io.amends.intake.classification;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In which language somebody wrote: by the script, and where many languages share it by the small
 * words that every sentence has. Some words in another language change nothing. What it can't tell,
 * it does not guess.
 */
public final class SpokenLanguage {

  /** Share of a text's letters from which a script counts; ours: names and brands are foreign. */
  private static final double ENOUGH = 0.3;

  /** Ours: one small word may be a name. */
  private static final int LEAST_WORDS = 2;

  /** Letters that only one way of writing Chinese has, from among the most frequent ones. */
  private static final String SIMPLIFIED = "这们个来时说国为会过对发后还样觉见问间开关门电车钱员单没给让从点务应边气卫风热";

  private static final String TRADITIONAL = "這們個來時說國為會過對發後還樣覺見問間開關門電車錢員單沒給讓從點務應邊氣衛風熱";

  private static final Map<UnicodeScript, String> ONE_LANGUAGE =
      new EnumMap<>(
          Map.of(
              UnicodeScript.HANGUL, "ko",
              UnicodeScript.THAI, "th",
              UnicodeScript.HEBREW, "he",
              UnicodeScript.GREEK, "el"));

  private static final Map<String, Set<String>> SMALL_WORDS =
      Map.of(
          "en",
              words(
                  "the and was were is are we our not of to in with for but it they that this had"),
          "fr",
              words(
                  "le la les des nous et est était une dans pas pour que avec très sur au du chambre"),
          "de",
              words("der die das und wir ist war nicht ein eine mit zu auf für im den sehr zimmer"),
          "es",
              words("el la los las y que en no un una con por para muy es era habitación del nos"),
          "pt", words("o os as e que em não um uma com por para muito é era quarto do da nos"),
          "it",
              words("il lo gli che e non un una con per molto è era camera di del della siamo ci"),
          "nl", words("de het een en van was niet wij met voor op dat zeer kamer te ook maar"),
          "id", words("yang dan di tidak kami ini itu dengan untuk kamar sangat ada saya dari"));

  private SpokenLanguage() {}

  /** A BCP 47 tag; empty if it can't be told. */
  public static Optional<String> of(String text) {
    Map<UnicodeScript, Integer> scripts = new EnumMap<>(UnicodeScript.class);
    int letters = 0;
    for (int letter : text.codePoints().filter(Character::isLetter).toArray()) {
      scripts.merge(UnicodeScript.of(letter), 1, Integer::sum);
      letters++;
    }
    int all = letters;
    int kana =
        scripts.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + scripts.getOrDefault(UnicodeScript.KATAKANA, 0);
    int han = scripts.getOrDefault(UnicodeScript.HAN, 0);
    if (kana > 0 && kana + han >= all * ENOUGH && kana * 5 >= han) {
      return Optional.of("ja");
    }
    if (han > 0 && han >= all * ENOUGH) {
      return Optional.of(chinese(text));
    }
    Optional<String> alone =
        ONE_LANGUAGE.entrySet().stream()
            .filter(each -> scripts.getOrDefault(each.getKey(), 0) > all * ENOUGH)
            .map(Map.Entry::getValue)
            .findFirst();
    if (alone.isPresent()) {
      return alone;
    }
    return scripts.getOrDefault(UnicodeScript.LATIN, 0) > all * ENOUGH
        ? bySmallWords(text)
        : Optional.empty();
  }

  private static String chinese(String text) {
    long simplified = text.chars().filter(letter -> SIMPLIFIED.indexOf(letter) >= 0).count();
    long traditional = text.chars().filter(letter -> TRADITIONAL.indexOf(letter) >= 0).count();
    if (simplified == traditional) {
      return "zh";
    }
    return simplified > traditional ? "zh-Hans" : "zh-Hant";
  }

  private static Optional<String> bySmallWords(String text) {
    List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}']+", -1));
    Map<String, Long> counts = new LinkedHashMap<>();
    SMALL_WORDS.forEach(
        (language, small) -> counts.put(language, words.stream().filter(small::contains).count()));
    List<Map.Entry<String, Long>> ranked =
        counts.entrySet().stream()
            .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
            .toList();
    long best = ranked.getFirst().getValue();
    return best >= LEAST_WORDS && best > ranked.get(1).getValue()
        ? Optional.of(ranked.getFirst().getKey())
        : Optional.empty();
  }

  private static Set<String> words(String words) {
    return Arrays.stream(words.split(" ", -1)).collect(Collectors.toCollection(HashSet::new));
  }
}
