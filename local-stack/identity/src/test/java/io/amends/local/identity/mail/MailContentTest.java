package io.amends.local.identity.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MailContentTest {

  @Test
  void is_found_however_deep_it_lies() {
    MailContent content =
        contentOf(
            """
            Subject: both
            Content-Type: multipart/mixed; boundary=outer

            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain

            plain
            --inner
            Content-Type: text/html

            <p>html</p>
            --inner--
            --outer--
            """);

    assertThat(content.text()).isEqualTo("plain");
    assertThat(content.html()).isEqualTo("<p>html</p>");
    assertThat(content.headers()).contains("Subject: both");
  }

  @Test
  void of_a_plain_mail_has_no_html() {
    MailContent content =
        contentOf(
            """
            Subject: plain
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: base64

            5a+55LiN6LW3
            """);

    assertThat(content.text()).isEqualTo("对不起");
    assertThat(content.html()).isNull();
  }

  private static MailContent contentOf(String raw) {
    return MailContent.of(
        new CaughtMail(
            1, "from", "to", "subject", Instant.EPOCH, "<id>", raw.replace("\n", "\r\n")));
  }
}
