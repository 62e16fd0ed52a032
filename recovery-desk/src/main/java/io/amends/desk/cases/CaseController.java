package io.amends.desk.cases;

import io.amends.contracts.desk.PersonalDataSeen.Occasion;
import io.amends.desk.cases.OutcomeWords.Told;
import io.amends.desk.http.CaseClient;
import io.amends.desk.http.CaseClient.Came;
import io.amends.desk.http.CaseClient.Pass;
import io.amends.desk.http.CaseClient.Reply;
import io.amends.desk.http.CaseClient.Wish;
import io.amends.desk.live.Changes;
import io.amends.desk.people.Audit;
import io.amends.desk.people.Reader;
import io.amends.desk.view.House;
import io.amends.desk.view.Sheet;
import io.amends.desk.words.Bundles;
import io.amends.desk.words.Page;
import io.amends.desk.words.Words;
import java.time.Duration;
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

/** The page of one case, and the taps on it. */
@Controller
class CaseController {

  /** A page rather shows the case a moment old than makes a thumb wait. */
  private static final Duration SHOWS_WITHIN = Duration.ofSeconds(2);

  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

  private static final int SHORTEST_REASON = 10;

  private final CaseFile file;
  private final CasePages casePages;
  private final House house;
  private final CaseClient orchestrator;
  private final Changes changes;
  private final Audit audit;
  private final Bundles bundles;
  private final Page pages;

  CaseController(
      CaseFile file,
      House house,
      CaseClient orchestrator,
      Changes changes,
      Audit audit,
      Bundles bundles,
      Page pages) {
    this.file = file;
    this.casePages = new CasePages(file, house);
    this.house = house;
    this.orchestrator = orchestrator;
    this.changes = changes;
    this.audit = audit;
    this.bundles = bundles;
    this.pages = pages;
  }

  @GetMapping("/cases/{caseId}")
  Rendering show(@PathVariable String caseId, Reader reader, Locale locale) {
    Words words = bundles.in(locale);
    return ofReader(caseId, reader)
        .map(
            sheet ->
                sheet.isSensitive() && !reader.seesSensitive()
                    ? glass(sheet, reader, words)
                    : page(sheet, reader, words, Occasion.CASE, null, null))
        .orElseGet(() -> none(reader, words));
  }

  /** A case for few eyes, opened by somebody who has to act: with a reason that is kept. */
  @PostMapping("/cases/{caseId}/glass")
  Rendering breakGlass(
      @PathVariable String caseId, Reader reader, Locale locale, ServerWebExchange exchange) {
    Words words = bundles.in(locale);
    String reason = Optional.ofNullable(Forms.of(exchange).getFirst("reason")).orElse("").strip();
    return ofReader(caseId, reader)
        .map(
            sheet ->
                reader.mayBreakGlass() && reason.length() >= SHORTEST_REASON
                    ? page(sheet, reader, words, Occasion.BROKEN_GLASS, reason, null)
                    : glass(sheet, reader, words))
        .orElseGet(() -> none(reader, words));
  }

  @PostMapping("/cases/{caseId}/{verb}")
  Rendering tap(
      @PathVariable String caseId,
      @PathVariable String verb,
      Reader reader,
      Locale locale,
      ServerWebExchange exchange) {
    Words words = bundles.in(locale);
    Optional<Sheet> found =
        ofReader(caseId, reader).filter(sheet -> !sheet.isSensitive() || reader.seesSensitive());
    if (found.isEmpty()) {
      return none(reader, words);
    }
    Sheet sheet = found.get();
    Told told =
        Tap.of(verb, Forms.of(exchange), sheet)
            .map(wish -> asked(wish, sheet, reader, words))
            .orElseGet(() -> new Told("REFUSED", words.of("outcome.incomplete"), List.of()));
    Sheet now = file.sheet(caseId).orElse(sheet);
    return page(now, reader, bundles.in(locale), Occasion.CASE, null, told);
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

  private Told asked(Wish wish, Sheet sheet, Reader reader, Words words) {
    Reply reply = orchestrator.ask(Pass.token(reader.token()), wish).block(ANSWERS_WITHIN);
    Reply known = reply == null ? new Reply(Came.TRY_AGAIN, 0, null) : reply;
    changes.await(
        () -> file.sheet(sheet.caseId()).map(Sheet::version).orElse(0) >= known.caseVersion(),
        SHOWS_WITHIN);
    return new OutcomeWords(words, house).tell(known, sheet, reader);
  }

  private Rendering page(
      Sheet sheet,
      Reader reader,
      Words words,
      Occasion occasion,
      @Nullable String reason,
      @Nullable Told told) {
    boolean personal = audit.sees(reader, sheet.guestId(), sheet.caseId(), occasion, reason);
    return pages
        .show("case", "case.title", reader, words)
        .modelAttribute("page", casePages.of(sheet, reader, words, personal))
        .modelAttribute("told", told == null ? new Told("", "", List.of()) : told)
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
