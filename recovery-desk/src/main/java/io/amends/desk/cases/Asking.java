package io.amends.desk.cases;

import io.amends.desk.http.CaseClient;
import io.amends.desk.http.CaseClient.Came;
import io.amends.desk.http.CaseClient.Pass;
import io.amends.desk.http.CaseClient.Reply;
import io.amends.desk.http.CaseClient.Wish;
import io.amends.desk.live.Changes;
import io.amends.desk.people.Reader;
import io.amends.desk.view.House;
import io.amends.desk.view.Sheet;
import io.amends.desk.words.Words;
import java.time.Duration;
import java.util.List;
import org.springframework.util.MultiValueMap;

/** A tap on a page: what is asked of the case, and what came of it, in the reader's words. */
public final class Asking {

  /** A page rather shows the case a moment old than makes a thumb wait. */
  private static final Duration SHOWS_WITHIN = Duration.ofSeconds(2);

  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(10);

  private final CaseFile file;
  private final House house;
  private final CaseClient orchestrator;
  private final Changes changes;

  public Asking(CaseFile file, House house, CaseClient orchestrator, Changes changes) {
    this.file = file;
    this.house = house;
    this.orchestrator = orchestrator;
    this.changes = changes;
  }

  /** Asks for it, and waits a moment until the view has seen what came of it. */
  public Told ask(
      String verb, MultiValueMap<String, String> form, Sheet sheet, Reader reader, Words words) {
    return Tap.of(verb, form, sheet)
        .map(wish -> asked(wish, sheet, reader, words))
        .orElseGet(() -> new Told("REFUSED", words.of("outcome.incomplete"), List.of()));
  }

  private Told asked(Wish wish, Sheet sheet, Reader reader, Words words) {
    Reply reply = orchestrator.ask(Pass.token(reader.token()), wish).block(ANSWERS_WITHIN);
    Reply known = reply == null ? new Reply(Came.TRY_AGAIN, 0, null) : reply;
    changes.await(
        () -> file.sheet(wish.caseId()).map(Sheet::version).orElse(0) >= known.caseVersion(),
        SHOWS_WITHIN);
    return new OutcomeWords(words, house).tell(known, sheet, reader);
  }
}
