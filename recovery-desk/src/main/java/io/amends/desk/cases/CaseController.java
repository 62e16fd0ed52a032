package io.amends.desk.cases;

import io.amends.contracts.desk.PersonalDataSeen.Occasion;
import io.amends.desk.people.Audit;
import io.amends.desk.people.ForStaff;
import io.amends.desk.people.Reader;
import io.amends.desk.view.House;
import io.amends.desk.view.Sheet;
import io.amends.desk.words.Bundles;
import io.amends.desk.words.Page;
import io.amends.desk.words.Words;
import io.amends.kit.clock.HotelClock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;

/** The page of one case, and the taps on it. */
@Controller
@ForStaff
class CaseController {

  private final CaseFile file;
  private final CasePages casePages;
  private final Asking asking;
  private final Audit audit;
  private final HotelClock clock;
  private final Bundles bundles;
  private final Page pages;

  CaseController(
      CaseFile file,
      Peers peers,
      House house,
      Asking asking,
      Audit audit,
      HotelClock clock,
      Bundles bundles,
      Page pages) {
    this.file = file;
    this.casePages = new CasePages(file, peers, house);
    this.asking = asking;
    this.audit = audit;
    this.clock = clock;
    this.bundles = bundles;
    this.pages = pages;
  }

  /** Who may look at a case, and why: the glass is null where none had to be broken. */
  private record Look(Sheet sheet, @Nullable Glass glass) {}

  @GetMapping("/cases/{caseId}")
  Rendering show(@PathVariable String caseId, Reader reader, WebSession session, Locale locale) {
    Words words = bundles.in(locale);
    return ofReader(caseId, reader)
        .map(
            sheet ->
                look(sheet, reader, session)
                    .map(look -> page(look, reader, words, Told.NOTHING))
                    .orElseGet(() -> glass(sheet, reader, words)))
        .orElseGet(() -> none(reader, words));
  }

  /** A case for few eyes, opened by somebody who has to act: with a reason that is kept. */
  @PostMapping("/cases/{caseId}/glass")
  Rendering breakGlass(
      @PathVariable String caseId,
      Reader reader,
      WebSession session,
      Locale locale,
      ServerWebExchange exchange) {
    Words words = bundles.in(locale);
    String reason = Optional.ofNullable(Forms.of(exchange).getFirst("reason")).orElse("");
    return ofReader(caseId, reader)
        .map(
            sheet ->
                reader.mayBreakGlass()
                        && Glass.isBroken(session, caseId, reader.id(), reason, clock.real())
                    ? Rendering.redirectTo("/cases/" + sheet.caseId())
                        .status(HttpStatus.SEE_OTHER)
                        .build()
                    : glass(sheet, reader, words))
        .orElseGet(() -> none(reader, words));
  }

  @PostMapping("/cases/{caseId}/{verb}")
  Rendering tap(
      @PathVariable String caseId,
      @PathVariable String verb,
      Reader reader,
      WebSession session,
      Locale locale,
      ServerWebExchange exchange) {
    Words words = bundles.in(locale);
    Optional<Look> found = ofReader(caseId, reader).flatMap(sheet -> look(sheet, reader, session));
    if (found.isEmpty()) {
      return none(reader, words);
    }
    Look look = found.get();
    Told told = asking.ask(verb, Forms.of(exchange), look.sheet(), reader, words);
    Sheet now = file.sheet(caseId).orElse(look.sheet());
    return page(new Look(now, look.glass()), reader, bundles.in(locale), told);
  }

  /** Two cases of the chain, side by side. */
  @GetMapping("/compare")
  Rendering compare(@RequestParam String a, @RequestParam String b, Reader reader, Locale locale) {
    Words words = bundles.in(locale);
    List<CasePage> both =
        List.of(a, b).stream()
            .map(id -> ofReader(id, reader))
            .flatMap(Optional::stream)
            .filter(sheet -> !sheet.isSensitive() || reader.seesSensitive())
            .map(sheet -> casePages.of(sheet, reader, words, false))
            .toList();
    return both.size() < 2
        ? none(reader, words)
        : pages
            .show("compare", "compare.title", reader, words)
            .modelAttribute("cases", both)
            .build();
  }

  private Optional<Look> look(Sheet sheet, Reader reader, WebSession session) {
    return !sheet.isSensitive() || reader.seesSensitive()
        ? Optional.of(new Look(sheet, null))
        : Optional.of(session)
            .filter(_ -> reader.mayBreakGlass())
            .flatMap(known -> Glass.of(known, sheet.caseId(), reader.id(), clock.real()))
            .map(glass -> new Look(sheet, glass));
  }

  private Rendering page(Look look, Reader reader, Words words, Told told) {
    Sheet sheet = look.sheet();
    Glass glass = look.glass();
    boolean personal =
        audit.sees(
            reader,
            sheet.guestId(),
            sheet.caseId(),
            glass == null ? Occasion.CASE : Occasion.BROKEN_GLASS,
            glass == null ? null : glass.reason());
    return pages
        .show("case", "case.title", reader, words)
        .modelAttribute("page", casePages.of(sheet, reader, words, personal))
        .modelAttribute("told", told)
        .modelAttribute("broken", glass != null)
        .build();
  }

  private Rendering glass(Sheet sheet, Reader reader, Words words) {
    return pages
        .show("glass", "glass.title", reader, words)
        .modelAttribute("caseId", sheet.caseId())
        .modelAttribute("may", reader.mayBreakGlass())
        .status(HttpStatus.FORBIDDEN)
        .build();
  }

  /** Another hotel's case is not forbidden, it is not there. */
  private Optional<Sheet> ofReader(String caseId, Reader reader) {
    return file.sheet(caseId)
        .filter(sheet -> reader.worksWithGuests() && reader.holdsFor(sheet.property()));
  }

  private Rendering none(Reader reader, Words words) {
    return pages.show("none", "none.title", reader, words).status(HttpStatus.NOT_FOUND).build();
  }
}
