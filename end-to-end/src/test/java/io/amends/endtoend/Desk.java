package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.local.program.Ports;
import java.time.Duration;

/** The desk's pages in a browser, as one person after another has them in hand. */
final class Desk implements AutoCloseable {

  /** Longer than any page takes on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Chain chain;
  private final Browser browser;

  private Desk(Chain chain, Browser browser) {
    this.chain = chain;
    this.browser = browser;
  }

  static Desk in(Chain chain, String language) {
    return new Desk(chain, Browser.start(language));
  }

  Browser browser() {
    return browser;
  }

  /** Somebody of a role takes the phone, with a token of theirs. */
  Desk as(String role, String staff, String property) {
    browser.as(chain.token(role, staff, property));
    return this;
  }

  /** Somebody of the house signs in, as people do. */
  Desk signsIn(String who) {
    open("/today");
    browser.click("form:has(input[name=username][value='%s']) button".formatted(who));
    Chain.until("signed in", () -> browser.address().startsWith(url() + "/today"));
    return this;
  }

  /** Chooses a language, as the head of every page offers it. */
  Desk reads(String language) {
    open("/today");
    String button = "form[action$='/language/%s'] button".formatted(language);
    if (browser.has(button)) {
      browser.click(button);
    }
    Chain.until(
        "in " + language,
        () ->
            browser.run("return document.documentElement.lang").asString("").startsWith(language));
    return this;
  }

  Desk open(String path) {
    browser.open(url() + path);
    return this;
  }

  /** The page of a case; looked for until the view has it. */
  Desk opensCase(String caseId) {
    Chain.until(
        "the page of " + caseId,
        PATIENCE,
        () -> {
          open("/cases/" + caseId);
          return browser.has("#case");
        });
    return this;
  }

  /** Taps a verb; what the page says then. */
  Desk taps(String verb, String seen) {
    browser.run("document.querySelector('.told')?.remove()"); // of the tap before
    browser.click("form[action$='/%s'] button".formatted(verb));
    return sees(verb, ".told", seen);
  }

  /** Taps a verb slowly: something happens between the finger's coming and its going. */
  Desk tapsSlowly(String verb, Runnable meanwhile, String seen) {
    browser.run("document.querySelector('.told')?.remove()");
    browser.press("form[action$='/%s'] button".formatted(verb));
    meanwhile.run();
    browser.letGo();
    return sees(verb, ".told", seen);
  }

  /** Taps a verb of whose form one field is filled in. */
  Desk taps(String verb, String field, String value, String seen) {
    browser.fill("form[action$='/%s'] [name=%s]".formatted(verb, field), value);
    return taps(verb, seen);
  }

  Desk gives(String remedy, String amount, String reason, String seen) {
    browser.run("document.querySelector('.give').open = true");
    browser.fill(".give select[name=remedy]", remedy);
    browser.fill(".give input[name=amount]", amount);
    browser.fill(".give input[name=reason]", reason);
    browser.run("document.querySelector('.told')?.remove()");
    browser.click(".give button");
    return sees("giving " + remedy, ".told", seen);
  }

  /** Follows a link to the page of that address. */
  Desk follows(String selector, String address) {
    browser.click(selector);
    Chain.until(
        "it leads to " + address, PATIENCE, () -> browser.address().startsWith(url() + address));
    return this;
  }

  /** Waits until the page says it. */
  Desk sees(String... words) {
    for (String each : words) {
      sees("looking", "main", each);
    }
    return this;
  }

  Desk doesNotSee(String... words) {
    assertThat(browser.text()).doesNotContain(words);
    return this;
  }

  private Desk sees(String after, String where, String words) {
    try {
      Chain.until(
          "after %s: %s".formatted(after, words),
          PATIENCE,
          () ->
              browser
                  .run("return document.querySelector('%s')?.innerText ?? ''".formatted(where))
                  .asString("")
                  .contains(words));
    } catch (AssertionError never) {
      throw new AssertionError(never.getMessage() + ", but the page says:\n" + browser.text());
    }
    return this;
  }

  String url() {
    return chain.stack().ports().url(Ports.DESK);
  }

  @Override
  public void close() {
    browser.close();
  }
}
