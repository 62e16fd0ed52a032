package io.amends.desk.find;

import io.amends.contracts.desk.PersonalDataSeen.Occasion;
import io.amends.contracts.personal.GuestContact;
import io.amends.desk.cases.CaseFile;
import io.amends.desk.people.Audit;
import io.amends.desk.people.ForStaff;
import io.amends.desk.people.Reader;
import io.amends.desk.view.Sheet;
import io.amends.desk.words.Bundles;
import io.amends.desk.words.Page;
import io.amends.desk.words.Words;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/** Finding a case. */
@Controller
@ForStaff
class FindController {

  private final Finder finder;
  private final CaseFile file;
  private final Audit audit;
  private final Bundles bundles;
  private final Page pages;

  FindController(Finder finder, CaseFile file, Audit audit, Bundles bundles, Page pages) {
    this.finder = finder;
    this.file = file;
    this.audit = audit;
    this.bundles = bundles;
    this.pages = pages;
  }

  /** A case that was found. */
  record Found(
      String caseId, String title, String property, String guest, String known, boolean open) {}

  @GetMapping("/find")
  Rendering find(@RequestParam @Nullable String q, Reader reader, Locale locale) {
    Words words = bundles.in(locale);
    String wanted = q == null ? "" : q.strip();
    List<Sheet> sheets =
        wanted.isEmpty() || !reader.worksWithGuests() ? List.of() : finder.find(wanted, reader);
    Map<String, String> names = new HashMap<>();
    return pages
        .show("find", "nav.find", reader, words)
        .modelAttribute("wanted", wanted)
        .modelAttribute(
            "found",
            sheets.stream()
                .map(
                    sheet ->
                        found(
                            sheet,
                            names.computeIfAbsent(sheet.guestId(), guest -> name(guest, reader)),
                            words))
                .toList())
        .build();
  }

  private String name(String guest, Reader reader) {
    return audit.sees(reader, guest, null, Occasion.FIND, null)
        ? file.contact(guest).map(GuestContact::name).orElse(guest)
        : guest;
  }

  private static Found found(Sheet sheet, String name, Words words) {
    String issue = words.of("issue." + sheet.issue());
    return new Found(
        sheet.caseId(),
        sheet.room() == null ? issue : words.of("room", sheet.room()) + " · " + issue,
        sheet.property(),
        name,
        words.of("known.since", words.hour(sheet.detectedAt(), ZoneId.of(sheet.zone().id()))),
        sheet.open());
  }
}
