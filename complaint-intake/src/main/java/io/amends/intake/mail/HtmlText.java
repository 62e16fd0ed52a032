package io.amends.intake.mail;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of an HTML mail as one would read it; nothing is fetched, nothing runs. */
final class HtmlText {

  /** Where mail programs put the older mail. */
  private static final String OLDER =
      "blockquote, .gmail_quote, .gmail_attr, .yahoo_quoted, .moz-cite-prefix, #isReplyContent,"
          + " #divRplyFwdMsg, #divRplyFwdMsg ~ *, #appendonsend ~ *, #reply-intro, #reply-intro ~ *";

  private static final String NOT_READ = "script, style, head, title, noscript";

  private static final String BLOCKS =
      "p, div, li, tr, table, ul, ol, h1, h2, h3, h4, h5, h6, blockquote, pre, hr";

  private HtmlText() {}

  /**
   * Its text.
   *
   * @param ownAlone whether older mails are left out, if anything is left then
   */
  static String of(String html, boolean ownAlone) {
    Document page = Jsoup.parse(html);
    page.select(NOT_READ).remove();
    String all = text(page);
    if (!ownAlone) {
      return all;
    }
    page.select(OLDER).remove();
    String own = text(page);
    return own.isBlank() ? all : own;
  }

  private static String text(Document page) {
    StringBuilder text = new StringBuilder();
    page.body()
        .traverse(
            new NodeVisitor() {
              @Override
              public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                  text.append(words.getWholeText().replaceAll("[\\s\\u00a0]+", " "));
                } else if (node instanceof Element element
                    && (element.nameIs("br") || element.is(BLOCKS))) {
                  text.append('\n');
                }
              }

              @Override
              public void tail(Node node, int depth) {
                if (node instanceof Element element && element.is(BLOCKS)) {
                  text.append('\n');
                }
              }
            });
    return text.toString().replaceAll(" *\n *", "\n").replaceAll("\n{3,}", "\n\n").strip();
  }
}
