package io.amends.intake.pages;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The languages that the guests' pages speak, and which of them a guest gets. */
final class Languages {

  /** As each calls itself, in the order of the links on the page. */
  record Choice(String tag, String name) {}

  static final List<Choice> ALL =
      List.of(new Choice("en", "English"), new Choice("zh", "中文"), new Choice("ar", "العربية"));

  private Languages() {}

  /**
   * Which one.
   *
   * @param asked what the guest has chosen; null: nothing
   * @param linked in which the link opens, BCP 47; null: not said
   * @param browser what the browser wants, the most wanted first
   */
  static Locale choose(@Nullable String asked, @Nullable String linked, List<Locale> browser) {
    Locale.LanguageRange none = new Locale.LanguageRange("*");
    for (String wanted : new String[] {asked, linked}) {
      if (wanted != null && speaks(Locale.forLanguageTag(wanted))) {
        return plain(Locale.forLanguageTag(wanted));
      }
    }
    return browser.stream()
        .filter(locale -> !locale.toLanguageTag().equals(none.getRange()))
        .filter(Languages::speaks)
        .findFirst()
        .map(Languages::plain)
        .orElse(Locale.ENGLISH);
  }

  private static boolean speaks(Locale locale) {
    return ALL.stream().anyMatch(choice -> choice.tag().equals(locale.getLanguage()));
  }

  private static Locale plain(Locale locale) {
    return Locale.forLanguageTag(locale.getLanguage());
  }

  /** How its letters run. */
  static String direction(Locale locale) {
    return locale.getLanguage().equals("ar") ? "rtl" : "ltr";
  }
}
