package io.amends.notification.email;

import static io.amends.notification.domain.Evening.AFTERNOON;
import static io.amends.notification.domain.Evening.CASE;
import static io.amends.notification.domain.Evening.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.amends.contracts.Channel;
import io.amends.contracts.Nights;
import io.amends.contracts.Severity;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.contracts.recovery.CostTier;
import io.amends.contracts.recovery.Situation;
import io.amends.contracts.reference.PropertyReference.Mode;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.security.DerivedCodes;
import io.amends.kit.security.SignedLink;
import io.amends.kit.security.SignedLinks;
import io.amends.kit.words.Bundles;
import io.amends.notification.channel.TapLinks;
import io.amends.notification.domain.Draft;
import io.amends.notification.domain.Evening;
import io.amends.notification.domain.Guest;
import io.amends.notification.domain.OpenCase;
import io.amends.notification.domain.Receipt;
import io.amends.notification.domain.SurveyPlan;
import io.amends.notification.domain.morning.CaseLine;
import io.amends.notification.domain.morning.Report;
import io.amends.notification.domain.offer.Offer;
import io.amends.notification.email.Letters.Letter;
import io.amends.notification.stream.VoucherCode;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;

/** What stands in a letter, and in which language. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LettersTest {

  private static final String KEY = "k1:" + Base64.getUrlEncoder().encodeToString(new byte[32]);
  private static final HotelClock CLOCK = HotelClock.system();
  private static final SignedLinks LINKS = new SignedLinks(KEY, CLOCK);

  private static final DerivedCodes CODES = new DerivedCodes(KEY);

  private static Letters letters() {
    MessageSource words = Bundles.of("hotel", "letters");
    return new Letters(
        words,
        new TapLinks(LINKS, "http://localhost:8085"),
        new GuestLinks("http://localhost:8081", LINKS, CLOCK),
        CODES,
        CLOCK);
  }

  private static Draft letter(Purpose purpose, String template, String locale, String hotelLocale) {
    Draft bare = draft(purpose, CASE);
    return new Draft(
        bare.message(),
        template,
        Map.of(
            "property", "Amends <Marina>",
            "hotelLocale", hotelLocale,
            "issue", "ROOM_CLIMATE",
            "offer", "UPGRADE",
            "validUntil", AFTERNOON.toString()),
        locale,
        bare.zone(),
        bare.mootBy());
  }

  private static Letter followUp(String locale, String hotelLocale, String name) {
    return letters().write(letter(Purpose.FOLLOW_UP, "follow-up", locale, hotelLocale), name);
  }

  @Test
  void it_is_whole_in_the_guests_language_else_the_hotels_else_english() {
    assertThat(followUp("zh-CN", "en-SG", "Li Wei").text()).startsWith("尊敬的Li Wei：");
    assertThat(followUp("fr-FR", "zh-CN", "Luc").text()).startsWith("尊敬的Luc：");
    assertThat(followUp("fr-FR", "ja-JP", "Luc").text()).startsWith("Dear Luc,");
    assertThat(followUp("", "", "Luc").text()).startsWith("Dear Luc,");
  }

  @Test
  void a_guest_without_a_name_is_not_addressed_as_nothing() {
    assertThat(followUp("en", "en", "").text()).startsWith("Dear guest,");
  }

  @Test
  void who_has_told_us_nothing_is_not_thanked_for_telling() {
    Draft noticed = letter(Purpose.FOLLOW_UP, "follow-up-noticed", "en", "en");
    assertThat(letters().write(noticed, "Noor").text())
        .contains("something was not as it should have been: Room too warm or too cold.")
        .doesNotContain("you told us");
    assertThat(followUp("en", "en", "Noor").text()).contains("you told us about");
  }

  @Test
  void nobody_writes_into_it_from_outside() {
    Letter letter = followUp("en", "en", "<img src=x>\r\nBcc: all@example.com {0}");
    assertThat(letter.html()).contains("&lt;img src=x&gt;").doesNotContain("<img");
    assertThat(letter.html()).contains("Amends &lt;Marina&gt;");
    assertThat(letter.text().lines()).noneMatch(line -> line.startsWith("Bcc:"));
    assertThat(letter.text()).contains("{0}");
    assertThat(letter.subject().lines()).hasSize(1);
  }

  @Test
  void who_is_asked_how_it_was_finds_the_page_and_the_way_out() {
    Draft asked =
        ((SurveyPlan.Plan.Ask)
                SurveyPlan.afterRecovery(
                    Evening.madeGood(AFTERNOON),
                    new OpenCase(
                        Evening.facts(Channel.FRONT_DESK),
                        Situation.of(Evening.facts(Channel.FRONT_DESK)),
                        Set.of(),
                        null,
                        null),
                    Evening.hotel(Mode.LIVE),
                    Guest.UNKNOWN.withProfile("zh-CN", null, null),
                    Evening.POLICY))
            .draft();
    Letter letter = letters().write(asked, "Li Wei");
    String token =
        letter
            .text()
            .lines()
            .filter(line -> line.startsWith("http://localhost:8081/survey/"))
            .map(line -> line.substring("http://localhost:8081/survey/".length()))
            .findFirst()
            .orElseThrow();
    SignedLink link = LINKS.read(token, "survey").orElseThrow();
    assertThat(link.claims())
        .containsEntry("case", CASE.value())
        .containsEntry("guest", Evening.GUEST.value())
        .containsEntry("kind", "RECOVERY")
        .containsEntry("hotel", "Amends Marina Singapore")
        .containsEntry("locale", "zh-CN");
    assertThat(link.expiresAt())
        .isEqualTo(AFTERNOON.plus(Duration.ofHours(2)).plus(Duration.ofDays(7)));
    assertThat(letter.html()).contains("/survey/" + token);
    assertThat(letter.text()).contains(Objects.requireNonNull(letter.unsubscribe()));
  }

  @Test
  void who_wrote_reads_what_is_promised_and_where_to_look() {
    Draft bare = letter(Purpose.SERVICE, "received", "en", "en");
    Map<String, String> more = new java.util.HashMap<>(bare.parameters());
    more.put(Receipt.TRACKS, "c-1");
    more.put("promise", "ACKNOWLEDGE");
    more.put("dueAt", CLOCK.instant().plusSeconds(600).toString());
    Letter received = letters().write(with(bare, more), "Noor");
    assertThat(received.text()).contains("Somebody will tell you \"I have it\" by ", "/track/");
    assertThat(received.unsubscribe()).isNull();
    more.put("dueAt", CLOCK.instant().minusSeconds(1).toString());
    assertThat(letters().write(with(bare, more), "Noor").text())
        .as("nothing that is past is promised")
        .doesNotContain("I have it");
  }

  private static Draft with(Draft bare, Map<String, String> parameters) {
    return new Draft(
        bare.message(), bare.template(), parameters, bare.locale(), bare.zone(), bare.mootBy());
  }

  @Test
  void one_click_ends_what_sells_and_what_serves_has_no_such_link() {
    Letter offer = letters().write(letter(Purpose.RETENTION_OFFER, "offer", "en", "en"), "Li Wei");
    String link = Objects.requireNonNull(offer.unsubscribe());
    assertThat(offer.text()).contains(link);
    assertThat(offer.html()).contains(link);
    String token = link.substring(link.lastIndexOf('/') + 1);
    assertThat(LINKS.read(token, "unsubscribe").orElseThrow().claims())
        .containsEntry("guest", "G-301")
        .containsEntry("purpose", "MARKETING")
        .containsEntry("channel", "EMAIL");
    assertThat(followUp("en", "en", "Li Wei").unsubscribe()).isNull();
  }

  @Test
  void an_offer_carries_the_code_of_its_voucher_in_both_parts_and_none_before_it_is_issued() {
    Draft bare = letter(Purpose.RETENTION_OFFER, "offer", "zh-CN", "en");
    Offer offer = Evening.offer("UPGRADE", "0.10").issued("k1");
    Letter letter = letters().write(bare.with(offer), "Li Wei");
    String code = VoucherCode.of(bare.message(), offer, CODES);
    assertThat(letter.text()).contains(code);
    assertThat(letter.html()).contains(code);
    Draft early = bare.with(Evening.offer("UPGRADE", "0.10"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> letters().write(early, "Li Wei"))
        .withMessage("keyId: absent (expected: of an offer that was issued)");
  }

  @Test
  void the_morning_report_tells_each_section_in_the_managers_language_and_leaves_out_empty_ones() {
    CaseLine line =
        new CaseLine(
            CASE,
            3,
            true,
            "<1204>",
            "ROOM_CLIMATE",
            Severity.MAJOR,
            CostTier.NEXT_DAY,
            AFTERNOON,
            null,
            false,
            Nights.of("4"),
            Nights.of("40"),
            Nights.ZERO,
            null,
            null);
    Report report = new Report(List.of(line), List.of(), List.of(), List.of(), List.of());
    Draft bare = letter(Purpose.STAFF_ALERT, "morning", "zh-CN", "en");
    Map<String, String> parameters =
        Map.of("property", "Amends <Marina>", "hotelLocale", "en", "at", AFTERNOON.toString());
    Letter chinese =
        letters()
            .write(
                new Draft(
                    bare.message(),
                    "morning",
                    parameters,
                    "zh-CN",
                    bare.zone(),
                    List.of(),
                    null,
                    report),
                "Ana");
    assertThat(chinese.subject()).isEqualTo("[Amends <Marina>] 今晨：未结 1，今日离店 0，今日到店 0");
    assertThat(chinese.text()).contains("未结（1）").doesNotContain("今日离店（");
    assertThat(chinese.html()).contains("&lt;1204&gt;").doesNotContain("<1204>");
    Letter english =
        letters()
            .write(
                new Draft(
                    bare.message(),
                    "morning",
                    parameters,
                    "en",
                    bare.zone(),
                    List.of(),
                    null,
                    report),
                "Ana");
    assertThat(english.text())
        .contains("- next day: room <1204>, Room too warm or too cold, major, since Tue 15:00;")
        .contains("stands at 4 nights");
  }

  @Test
  void a_warning_says_what_runs_out_when_and_carries_the_link() {
    Draft bare = draft(Purpose.STAFF_ALERT, CASE);
    Map<String, String> parameters =
        Map.ofEntries(
            Map.entry("role", "FRONT_LINE"),
            Map.entry("property", "Amends Marina"),
            Map.entry("hotelLocale", "en"),
            Map.entry("issue", "ROOM_CLIMATE"),
            Map.entry("severity", "MAJOR"),
            Map.entry("origin", "GUEST"),
            Map.entry("detectedAt", AFTERNOON.toString()),
            Map.entry("room", "1204"),
            Map.entry("promise", "REMEDY_REACHES_GUEST"),
            Map.entry("dueAt", CLOCK.instant().plusSeconds(630).toString()));
    for (String language : List.of("en", "zh-CN")) {
      Letter warning =
          letters()
              .write(
                  new Draft(
                      bare.message(), "warning", parameters, language, bare.zone(), List.of()),
                  "Ana");
      assertThat(warning.subject()).contains("1204");
      assertThat(warning.text()).contains("1204", "10", "http://localhost:8085/t/");
      assertThat(warning.html()).contains("http://localhost:8085/t/").doesNotContain("{");
    }
  }

  @Test
  void a_language_that_is_written_from_right_to_left_is_laid_out_so() {
    Letter arabic = followUp("ar-AE", "en", "ليلى");
    assertThat(arabic.html()).contains("lang=\"ar-AE\" dir=\"rtl\"").contains("عزيزي ليلى");
    assertThat(followUp("en", "en", "Li Wei").html()).contains("dir=\"ltr\"");
  }
}
