package io.amends.desk.words;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpCookie;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/** The reader's language: as chosen on a page, else the first of the browser's that we speak. */
public final class ReaderLanguage implements LocaleContextResolver {

  /** In which the choice is kept. */
  public static final String COOKIE = "AMENDS_LANGUAGE";

  /** The first is spoken to whoever speaks none of them. */
  public static final List<Locale> SPOKEN =
      List.of(Locale.ENGLISH, Locale.CHINESE, Locale.of("ar"));

  @Override
  public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
    return new SimpleLocaleContext(language(exchange));
  }

  @Override
  public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext locale) {
    throw new UnsupportedOperationException("language: chosen by a cookie of the reader");
  }

  private static Locale language(ServerWebExchange exchange) {
    HttpCookie chosen = exchange.getRequest().getCookies().getFirst(COOKIE);
    if (chosen != null) {
      Locale locale = Locale.forLanguageTag(chosen.getValue());
      if (SPOKEN.contains(locale)) {
        return locale;
      }
    }
    try {
      Locale found = Locale.lookup(exchange.getRequest().getHeaders().getAcceptLanguage(), SPOKEN);
      return found == null ? SPOKEN.getFirst() : found;
    } catch (IllegalArgumentException unreadable) {
      return SPOKEN.getFirst();
    }
  }
}
