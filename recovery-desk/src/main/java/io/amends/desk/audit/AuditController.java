package io.amends.desk.audit;

import io.amends.contracts.desk.PersonalDataSeen.Occasion;
import io.amends.desk.audit.Looks.Look;
import io.amends.desk.people.ForAuditors;
import io.amends.desk.people.Reader;
import io.amends.desk.reports.Csv;
import io.amends.desk.view.House;
import io.amends.desk.words.Bundles;
import io.amends.desk.words.Page;
import io.amends.desk.words.People;
import io.amends.desk.words.Words;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** Who looked at which guest, when, on what occasion, and for what reason. */
@Controller
@ForAuditors
class AuditController {

  /** As many as somebody reads; all of them are in the file. */
  private static final int SHOWN = 200;

  private static final String COLUMNS = "at,who,roles,guest,case,property,occasion,reason";

  private final Looks looks;
  private final House house;
  private final Bundles bundles;
  private final Page pages;

  AuditController(Looks looks, House house, Bundles bundles, Page pages) {
    this.looks = looks;
    this.house = house;
    this.bundles = bundles;
    this.pages = pages;
  }

  /** One row of the page, in the reader's words; an address is empty where it leads nowhere. */
  record Row(
      String who,
      String whoAddress,
      String roles,
      String guest,
      String guestAddress,
      String caseNumber,
      String caseAddress,
      String property,
      String occasion,
      boolean glass,
      String reason,
      String when) {}

  /** Something to choose. */
  record Choice(String value, String word, boolean chosen) {}

  @GetMapping("/audit")
  Rendering show(
      @RequestParam @Nullable String who,
      @RequestParam @Nullable String guest,
      @RequestParam(name = "case") @Nullable String caseId,
      @RequestParam @Nullable String occasion,
      @RequestParam @Nullable Integer days,
      Reader reader,
      Locale locale) {
    Words words = bundles.in(locale);
    Asked asked = Asked.of(who, guest, caseId, occasion, days);
    People people = new People(house, words);
    Looks.Sum sum = looks.sum(asked, words.now());
    return pages
        .show("audit", "nav.audit", reader, words)
        .modelAttribute("asked", asked)
        .modelAttribute(
            "sum", words.of("audit.sum", sum.looks(), sum.people(), sum.guests(), sum.glasses()))
        .modelAttribute(
            "rows",
            looks.together(asked, words.now(), SHOWN).stream()
                .map(look -> row(look, asked, words, people))
                .toList())
        .modelAttribute("occasions", occasions(asked, words))
        .modelAttribute("spans", Asked.SPANS)
        .modelAttribute("csv", asked.address("/audit.csv"))
        .build();
  }

  /** Every look by itself, codes as they are, hours in UTC. */
  @GetMapping("/audit.csv")
  ResponseEntity<byte[]> csv(
      @RequestParam @Nullable String who,
      @RequestParam @Nullable String guest,
      @RequestParam(name = "case") @Nullable String caseId,
      @RequestParam @Nullable String occasion,
      @RequestParam @Nullable Integer days) {
    StringBuilder text = new StringBuilder(COLUMNS).append("\r\n");
    looks.each(
        Asked.of(who, guest, caseId, occasion, days),
        bundles.in(Locale.ENGLISH).now(),
        look -> text.append(line(look)).append("\r\n"));
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"")
        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
        .body(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String line(Look look) {
    return Stream.of(
            look.last().toString(),
            look.actor(),
            String.join(" ", look.roles()),
            look.guestId(),
            text(look.caseId()),
            text(look.property()),
            look.occasion().name(),
            text(look.reason()))
        .map(Csv::quoted)
        .collect(Collectors.joining(","));
  }

  private static Row row(Look look, Asked asked, Words words, People people) {
    String id = look.actor().substring(look.actor().indexOf(':') + 1);
    String caseId = look.caseId();
    return new Row(
        people.name(text(look.property()), look.actor()),
        asked.ofWho(id).address("/audit"),
        look.roles().stream()
            .map(role -> words.of("role." + role))
            .collect(Collectors.joining(", ")),
        look.guestId(),
        asked.ofGuest(look.guestId()).address("/audit"),
        caseId == null
            ? ""
            : words.of("case.number", caseId.substring(0, Math.min(8, caseId.length()))),
        caseId == null ? "" : "/cases/" + caseId,
        text(look.property()),
        words.of("occasion." + look.occasion()),
        look.occasion() == Occasion.BROKEN_GLASS,
        text(look.reason()),
        when(look, words));
  }

  /** In UTC, since who looks may sit anywhere. */
  private static String when(Look look, Words words) {
    String last = words.full(look.last(), ZoneOffset.UTC);
    return look.times() == 1 ? last : words.of("audit.times", look.times(), last);
  }

  private static List<Choice> occasions(Asked asked, Words words) {
    return Arrays.stream(Occasion.values())
        .map(
            each -> new Choice(each.name(), words.of("occasion." + each), each == asked.occasion()))
        .toList();
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
