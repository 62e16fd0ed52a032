package io.amends.kit.words;

import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

/** Bundles of sentences in {@code words/}, UTF-8; what has no translation is said in English. */
public final class Bundles {

  private Bundles() {}

  /** Those with these names; the first that has a code says it. */
  public static MessageSource of(String... names) {
    ReloadableResourceBundleMessageSource words = new ReloadableResourceBundleMessageSource();
    words.setBasenames(
        Stream.of(names).map(name -> "classpath:words/" + name).toArray(String[]::new));
    words.setDefaultEncoding("UTF-8");
    words.setFallbackToSystemLocale(false); // the machine's language is nobody's
    return words;
  }
}
