package io.amends.local.identity.mail;

import static io.amends.local.identity.page.Page.escaped;

import io.amends.local.identity.page.Page;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The caught mails for people: a list, and each as its reader sees it. */
@RestController
final class MailPages {

  private static final int SHOWN = 200;
  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");

  /**
   * What a mail brings may look, but not act: no script, no form, nothing loaded from elsewhere.
   * Its links open in a new tab.
   */
  private static final String SANDBOX =
      "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src"
          + " 'unsafe-inline'; img-src data:";

  private final Mailbag bag;

  MailPages(Mailbag bag) {
    this.bag = bag;
  }

  @GetMapping("/")
  ResponseEntity<Void> home() {
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/mails")).build();
  }

  @GetMapping(path = "/mails", produces = MediaType.TEXT_HTML_VALUE)
  String list() {
    List<CaughtMail> mails = bag.newest(_ -> true, SHOWN);
    String rows = mails.stream().map(MailPages::row).collect(Collectors.joining("\n"));
    return Page.of(
        "Mails",
        mails.isEmpty()
            ? "<p>No mail has been sent yet. Reload to look again.</p>"
            : """
              <p class="quiet">Every mail that this system sends ends here. The newest %d at most.</p>
              <table><tr><th>Came in</th><th>To</th><th>Subject</th></tr>
              %s
              </table>
              """
                .formatted(SHOWN, rows));
  }

  @GetMapping(path = "/mails/{id}", produces = MediaType.TEXT_HTML_VALUE)
  String one(@PathVariable long id) {
    CaughtMail mail = found(id);
    MailContent content = MailContent.of(mail);
    String html =
        content.html() == null
            ? ""
            : """
              <iframe title="The mail" src="/mails/%d/html"
               sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>"""
                .formatted(id);
    String text =
        content.text() == null
            ? ""
            : "<h2>As plain text</h2><pre>%s</pre>".formatted(linked(content.text()));
    return Page.of(
        mail.subject().isBlank() ? "(no subject)" : mail.subject(),
        """
        <p>From %s<br>To %s<br><span class="quiet">%s</span></p>
        %s
        %s
        <details><summary>Headers</summary><pre>%s</pre></details>
        <p><a href="/mails">All mails</a></p>
        """
            .formatted(
                escaped(mail.from()),
                escaped(mail.to()),
                mail.receivedAt(),
                html,
                text,
                escaped(String.join("\n", content.headers()))));
  }

  @GetMapping("/mails/{id}/html")
  ResponseEntity<String> html(@PathVariable long id) {
    String html = MailContent.of(found(id)).html();
    if (html == null) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .header("Content-Security-Policy", SANDBOX)
        .body("<base target=\"_blank\">" + html);
  }

  private CaughtMail found(long id) {
    return bag.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private static String row(CaughtMail mail) {
    return "<tr><td>%s</td><td>%s</td><td><a href=\"/mails/%d\">%s</a></td></tr>"
        .formatted(
            mail.receivedAt(),
            escaped(mail.to()),
            mail.id(),
            mail.subject().isBlank() ? "(no subject)" : escaped(mail.subject()));
  }

  /** Plain text in which addresses can be followed; escaped first, so nothing else is markup. */
  private static String linked(String text) {
    return LINK.matcher(escaped(text)).replaceAll("<a href=\"$0\" target=\"_blank\">$0</a>");
  }
}
