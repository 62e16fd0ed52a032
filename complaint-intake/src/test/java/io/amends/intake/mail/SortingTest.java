package io.amends.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.intake.domain.EventKey;
import io.amends.intake.schema.InboundSchemas;
import io.amends.kit.clock.HotelClock;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What becomes of a mail as it lies on the server. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SortingTest {

  private static final Instant RECEIVED = Instant.parse("2027-02-20T07:00:15Z");
  private static final InboundSchemas SCHEMAS = new InboundSchemas();

  private static Sorted sort(Mailbox mailbox, byte[] raw) {
    return new Sorting(mailbox, SCHEMAS, HotelClock.system()).sort(raw, RECEIVED);
  }

  private static JsonNode body(byte[] raw) {
    Sorted sorted = sort(Mails.quay(0), raw);
    assertThat(sorted).isInstanceOf(Sorted.Complaint.class);
    return ((Sorted.Complaint) sorted).body();
  }

  private static String narrative(byte[] raw) {
    return body(raw).at("/narrative").asString();
  }

  private static byte[] with(String head, byte[] body) {
    ByteArrayOutputStream mail = new ByteArrayOutputStream();
    mail.writeBytes(Mails.raw("From: li.wei@guest.example\nMessage-ID: <1@x>\n" + head + "\n\n"));
    mail.writeBytes(body);
    return mail.toByteArray();
  }

  @Test
  void a_mail_is_a_complaint_of_its_writer_at_the_hotel_of_its_mailbox() {
    JsonNode body = body(Mails.plain("1", Map.of(), "No hot water since six."));

    assertThat(body.at("/propertyId").asString()).isEqualTo("SYD-QUAY");
    assertThat(body.at("/channel").asString()).isEqualTo("EMAIL");
    assertThat(body.at("/contact/email").asString()).isEqualTo("li.wei@guest.example");
    assertThat(body.at("/contact/name").asString()).isEqualTo("Li Wei");
    assertThat(body.at("/occurredAt").asString()).isEqualTo("2027-02-20T07:00:10Z");
    assertThat(body.at("/detectedAt").asString()).isEqualTo("2027-02-20T07:00:10Z");
    assertThat(body.at("/narrative").asString()).isEqualTo("Room 311\n\nNo hot water since six.");
    assertThat(body.at("/flags").isMissingNode()).isTrue();
  }

  @Test
  void what_comes_to_the_general_manager_says_so() {
    byte[] raw = Mails.plain("1", Map.of(), "Your desk laughed at me.");
    JsonNode body = ((Sorted.Complaint) sort(Mails.generalManagers(), raw)).body();

    assertThat(body.at("/channel").asString()).isEqualTo("GM_MAILBOX");
    assertThat(body.at("/flags/0").asString()).isEqualTo("SENSITIVE");
  }

  @Test
  void the_same_mail_is_the_same_event_whenever_it_is_delivered() {
    byte[] raw = Mails.plain("1", Map.of(), "No hot water.");
    byte[] again = Mails.plain("1", Map.of("Received", "by another; later"), "No hot water.");
    Sorting sorting = new Sorting(Mails.quay(0), SCHEMAS, HotelClock.system());

    assertThat(sorting.sort(again, RECEIVED.plus(Duration.ofMinutes(20))))
        .isEqualTo(sorting.sort(raw, RECEIVED));
    assertThat(sorting.sort(Mails.plain("2", Map.of(), "No hot water."), RECEIVED))
        .isNotEqualTo(sorting.sort(raw, RECEIVED));
  }

  @Test
  void a_mail_without_an_id_has_one_by_what_it_says() {
    byte[] raw = Mails.raw("From: a@b.example\nSubject: Cold\n\nNo hot water.");
    byte[] other = Mails.raw("From: a@b.example\nSubject: Cold\n\nNo heating.");

    assertThat(sort(Mails.quay(0), raw)).isEqualTo(sort(Mails.quay(0), raw));
    assertThat(((Sorted.Complaint) sort(Mails.quay(0), raw)).id())
        .isNotEqualTo(((Sorted.Complaint) sort(Mails.quay(0), other)).id());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Mon, 01 Jan 1990 00:00:00 +0000
          Sat, 20 Feb 2037 07:00:00 +0000
          the day before yesterday
          """)
  void a_clock_that_cannot_be_right_is_not_believed(String date) {
    byte[] raw = Mails.raw("From: a@b.example\nDate: " + date + "\nSubject: Cold\n\nNo water.");

    assertThat(body(raw).at("/occurredAt").asString()).isEqualTo("2027-02-20T07:00:15Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Auto-Submitted; auto-replied; AUTO_REPLY
          Auto-Submitted; auto-generated (vacation); AUTO_REPLY
          X-Autoreply; yes; AUTO_REPLY
          Precedence; auto_reply; AUTO_REPLY
          Return-Path; <>; BOUNCE
          """)
  void what_a_program_wrote_is_left_alone(String name, String value, Automatic.Why why) {
    assertThat(sort(Mails.quay(0), Mails.plain("1", Map.of(name, value), "I am away.")))
        .isEqualTo(new Sorted.Left(why));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          Precedence; BULK
          Precedence; list
          List-Id; <feedback.quay.example>
          """)
  void what_came_by_a_list_is_looked_at_by_a_person(String name, String value) {
    assertThat(sort(Mails.quay(0), Mails.plain("1", Map.of(name, value), "It is cold.")))
        .isEqualTo(new Sorted.Aside(Sorted.Reason.TO_MANY));
  }

  @Test
  void what_a_person_wrote_is_not() {
    assertThat(
            sort(
                Mails.quay(0),
                Mails.plain("1", Map.of("X-Auto-Response-Suppress", "All"), "It is cold.")))
        .as("it asks others not to answer, no more")
        .isInstanceOf(Sorted.Complaint.class);
    assertThat(sort(Mails.quay(0), Mails.plain("1", Map.of("Auto-Submitted", "no"), "Cold.")))
        .isInstanceOf(Sorted.Complaint.class);
    assertThat(sort(Mails.quay(0), Mails.plain("1", Map.of("Return-Path", "<a@b.c>"), "Cold.")))
        .isInstanceOf(Sorted.Complaint.class);
  }

  @Test
  void our_own_mails_and_reports_about_them_end_here() {
    byte[] own = Mails.raw("Message-ID: <c-1.7@amends>\nFrom: care@x.example\n\nIs it good now?");
    byte[] desk = Mails.raw("Message-ID: <7@x>\nFrom: Desk <DESK@quay.example>\n\nIs it good?");
    byte[] report =
        Mails.raw("From: postmaster@x.example\nContent-Type: multipart/report\n\nUndelivered.");

    assertThat(sort(Mails.quay(0), own)).isEqualTo(new Sorted.Left(Automatic.Why.OWN));
    assertThat(sort(Mails.quay(0), desk)).isEqualTo(new Sorted.Left(Automatic.Why.OWN));
    assertThat(sort(Mails.quay(0), report)).isEqualTo(new Sorted.Left(Automatic.Why.BOUNCE));
  }

  @ParameterizedTest
  @CsvSource({
    "GB18030, GB18030, base64",
    "GB18030, gb2312, base64",
    "GB18030, gbk, quoted-printable",
    "UTF-8, utf-8, quoted-printable",
    "UTF-8, utf-8, 8bit",
    "Big5, big5, base64",
    "GB18030, '', 8bit",
    "UTF-8, x-unheard-of, base64",
  })
  void chinese_is_read_however_it_is_written(String written, String said, String encoding) {
    String words = "淋浴没有热水，前台態度很差。";
    String some = written.equals("Big5") ? "淋浴沒有熱水" : words;
    byte[] bytes = some.getBytes(Charset.forName(written));
    String charset = said.isEmpty() ? "" : "; charset=" + said;
    String subject =
        "=?GB2312?B?%s?="
            .formatted(
                Base64.getEncoder().encodeToString("热水".getBytes(Charset.forName("GB18030"))));
    byte[] raw =
        with(
            "Subject: "
                + subject
                + "\nMIME-Version: 1.0\nContent-Type: text/plain"
                + charset
                + "\nContent-Transfer-Encoding: "
                + encoding,
            encoded(bytes, encoding));

    assertThat(narrative(raw)).isEqualTo("热水\n\n" + some);
  }

  private static byte[] encoded(byte[] bytes, String encoding) {
    return switch (encoding) {
      case "base64" -> Base64.getMimeEncoder().encode(bytes);
      case "quoted-printable" -> {
        StringBuilder text = new StringBuilder();
        for (byte each : bytes) {
          text.append("=%02X".formatted(each & 0xFF));
        }
        yield text.toString().getBytes(StandardCharsets.US_ASCII);
      }
      default -> bytes;
    };
  }

  @Test
  void of_several_forms_the_plain_one_is_read_and_of_html_alone_its_text() {
    String both =
        """
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8

        No hot water.
        --b
        Content-Type: text/html; charset=utf-8

        <p>No <b>hot</b> water at all.</p>
        --b--
        """;
    assertThat(narrative(with(both.strip(), new byte[0]))).isEqualTo("No hot water.");
    assertThat(narrative(with(both.replace("No hot water.", " ").strip(), new byte[0])))
        .isEqualTo("No hot water at all.");
    byte[] html =
        with(
            "Content-Type: text/html; charset=utf-8",
            "<p>没有<b>热水</b></p><img src=http://x/>".getBytes(StandardCharsets.UTF_8));
    assertThat(narrative(html)).isEqualTo("没有热水");
  }

  @Test
  void what_came_along_is_listed_and_stays_in_the_mailbox() {
    String mixed =
        """
        Subject: Look at this
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain

        Cockroach, see picture.
        --b
        Content-Type: image/jpeg; name="=?utf-8?B?6J+R6J6CLmpwZw==?="
        Content-Disposition: attachment
        Content-Transfer-Encoding: base64

        AAECAwQFBgc=
        --b
        Content-Type: message/rfc822

        Subject: inner

        inner words
        --b--
        """;
    assertThat(narrative(with(mixed.strip(), new byte[0])))
        .isEqualTo(
            "Look at this\n\nCockroach, see picture.\n\n[+] 蟑螂.jpg (image/jpeg, 8)\n"
                + "[+] rfc822 (message/rfc822, 29)");
  }

  @Test
  void what_was_forwarded_is_what_is_meant() {
    byte[] raw =
        Mails.raw(
            "From: a@b.example\nSubject: Fwd: water\n\nPlease see to it.\n\n"
                + "From: guest@x.example\nSent: Saturday\nTo: me\n\nNo hot water.");

    assertThat(narrative(raw)).contains("Please see to it.").contains("No hot water.");
  }

  @Test
  void an_answer_names_the_cases_that_it_may_be_about() {
    String caseId = "0a6c11c5-6a4e-8b1f-9c55-7f3f0d1e2a3b";
    byte[] first = Mails.plain("first", Map.of(), "No hot water.");
    byte[] answer =
        Mails.plain(
            "second",
            Map.of(
                "In-Reply-To",
                "<" + caseId + ".12@amends>",
                "References",
                "<first@guest.example> <desk@quay.example> <" + caseId + ".12@amends>"),
            "Any news?");

    JsonNode cases = body(answer).at("/inReplyTo");
    assertThat(cases).hasSize(3);
    assertThat(cases.get(0).asString()).isEqualTo(caseId);
    Sorted.Complaint told = (Sorted.Complaint) sort(Mails.quay(0), first);
    assertThat(cases.get(2).asString())
        .as("the complaint that the first mail was")
        .isEqualTo(EventKey.of("mail", told.id()).toString());
    assertThat(body(first).at("/inReplyTo").isMissingNode()).isTrue();
  }

  @Test
  void strange_heads_do_no_harm() {
    byte[] raw =
        Mails.raw(
            "From: \"x\" <not an address>, <<@>>\nMessage-ID: <no end\nTo: ;;@,<\n"
                + "Subject: =?utf-8?Q?a=0D=0ABcc:_x=00y?= =?unknown-8?B?!!?=\n"
                + "Content-Type: multi\u0000part/; boundary\n"
                + "In-Reply-To: "
                + "<a@b>".repeat(3_000)
                + "\n\nNo hot water.");
    JsonNode body = body(raw);

    assertThat(body.at("/contact").isMissingNode()).isTrue();
    assertThat(body.at("/narrative").asString())
        .startsWith("a Bcc: xy")
        .endsWith("No hot water.")
        .doesNotContain("\r", "\u0000");
  }

  @Test
  void what_nobody_can_read_is_put_aside() {
    StringBuilder deep = new StringBuilder("MIME-Version: 1.0\n");
    for (int i = 0; i < 40; i++) {
      deep.append("Content-Type: multipart/mixed; boundary=b").append(i);
      deep.append("\n\n--b").append(i).append('\n');
    }
    assertThat(sort(Mails.quay(0), Mails.raw(deep.toString())))
        .isEqualTo(new Sorted.Aside(Sorted.Reason.UNREADABLE));
    assertThat(sort(Mails.quay(0), Mails.raw("From: a@b.example\n\n  \n")))
        .as("nothing is said")
        .isEqualTo(new Sorted.Aside(Sorted.Reason.UNREADABLE));
  }

  @Test
  void a_long_mail_is_cut_and_taken_and_no_character_in_two() {
    assertThat(narrative(Mails.plain("1", Map.of(), "x" + "😀".repeat(12_000))))
        .hasSizeLessThan(20_000)
        .endsWith("😀 …");
    byte[] subject = Mails.raw("From: a@b.example\nSubject: " + "x".repeat(30_000) + "\n\nCold.");
    assertThat(narrative(subject)).hasSizeLessThan(2_000).endsWith("Cold.");
    assertThat(narrative(Mails.plain("1", Map.of(), "冷".repeat(25_000))))
        .hasSizeLessThan(20_000)
        .endsWith(" …");
  }
}
