package io.amends.local.identity.page;

import org.springframework.web.util.HtmlUtils;

/** The frame around every page of this process. */
public final class Page {

  private static final String STYLE =
      """
      body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem;
        padding: 0 1rem; color: #222 }
      table { border-collapse: collapse; width: 100% }
      th, td { text-align: left; padding: .4rem .8rem .4rem 0; border-bottom: 1px solid #ddd;
        vertical-align: top }
      form { margin: 0 }
      button { font: inherit; padding: .2rem .8rem; cursor: pointer }
      pre { white-space: pre-wrap; background: #f6f6f6; padding: 1rem }
      iframe { width: 100%; height: 32rem; border: 1px solid #ddd }
      .refused { color: #a00 }
      .quiet { color: #666 }
      """;

  private Page() {}

  /**
   * A whole page.
   *
   * @param title plain text
   * @param body HTML, in which everything that came from outside is escaped
   */
  public static String of(String title, String body) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>%s · Amends</title>
        <style>
        %s</style>
        </head>
        <body>
        <h1>%s</h1>
        %s
        </body>
        </html>
        """
        .formatted(escaped(title), STYLE, escaped(title), body);
  }

  /** Plain text as HTML shows it. */
  public static String escaped(String text) {
    return HtmlUtils.htmlEscape(text, "UTF-8");
  }
}
