package io.amends.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OwnWordsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On Sat, 20 Feb 2027 at 18:30, Quay Care <care@quay.example> wrote:\n> We are sorry.",
        "On Saturday, the twentieth of February, Quay Care\n<care@quay.example> wrote:\n> Sorry.",
        "-----Original Message-----\nFrom: Quay Care\nSent: Saturday\n\nWe are sorry.",
        "________________________________\nFrom: Quay Care\nSent: Saturday\nTo: me\n\nSorry.",
        "From: Quay Care <care@quay.example>\nSent: Saturday\nTo: me\n\nWe are sorry.",
        "在 2027年2月20日 18:30，Quay 写道：\n> 对不起",
        "------------------ 原始邮件 ------------------\n发件人: Quay\n对不起",
        "发件人: Quay <care@quay.example>\n发送时间: 2027年2月20日\n\n对不起",
        "> We are sorry.\n> Quay",
        "-- \nSent from a telephone",
      })
  void what_stands_below_is_not_the_writers(String below) {
    assertThat(OwnWords.of("Still no hot water.\n还是没有热水。\n\n" + below))
        .isEqualTo("Still no hot water.\n还是没有热水。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From: the first minute on nothing worked.\nThe shower was cold.",
        "I wrote on Monday that nobody wrote:\nand nobody did",
        "Water was at 5 > 3 degrees - at most.\n\n--\nLi Wei",
        "On Monday the boiler broke.\nOn Tuesday nobody came.",
      })
  void what_only_looks_alike_stays(String words) {
    assertThat(OwnWords.of(words)).isEqualTo(words);
  }

  @Test
  void who_writes_nothing_anew_means_what_is_below() {
    assertThat(OwnWords.of("> No hot water\n> in 311")).isEqualTo("> No hot water\n> in 311");
  }

  @Test
  void of_html_the_same_holds() {
    String html =
        """
        <html><head><style>p {color: red}</style></head><body><p>Still&nbsp;no <b>hot</b>
        water.</p><div>Room&nbsp;311<br>since six</div><script>alert(1)</script>
        <blockquote type="cite">We are sorry.</blockquote></body></html>""";

    assertThat(HtmlText.of(html, true)).isEqualTo("Still no hot water.\n\nRoom 311\nsince six");
    assertThat(HtmlText.of(html, false)).contains("We are sorry.");
    assertThat(HtmlText.of("<blockquote>No hot water</blockquote>", true))
        .isEqualTo("No hot water");
  }
}
