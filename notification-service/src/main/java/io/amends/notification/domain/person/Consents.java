package io.amends.notification.domain.person;

import io.amends.contracts.inbound.Consent;
import io.amends.notification.domain.Guest.Given;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a person agrees to, of what was said under several ids.
 *
 * <p>A no under any of them holds. Only a yes that is newer, and was said when all of them were
 * known to be one person, takes it back: before, nobody knew that it was the same who had said no.
 */
final class Consents {

  private static final Comparator<Given> BY_AGE = Comparator.comparing(Given::at);

  private Consents() {}

  /**
   * For each {@code purpose/channel} the word that counts.
   *
   * @param since when the last of the ids was joined
   */
  static Map<String, Given> of(List<Map<String, Given>> said, Instant since) {
    Map<String, List<Given>> words = new HashMap<>();
    for (Map<String, Given> one : said) {
      one.forEach((what, given) -> words.computeIfAbsent(what, _ -> new ArrayList<>()).add(given));
    }
    Map<String, Given> counting = new HashMap<>();
    words.forEach((what, all) -> counting.put(what, counting(all, since)));
    return counting;
  }

  private static Given counting(List<Given> said, Instant since) {
    Optional<Given> no =
        said.stream().filter(given -> given.state() != Consent.State.GRANTED).max(BY_AGE);
    Optional<Given> yes =
        said.stream().filter(given -> given.state() == Consent.State.GRANTED).max(BY_AGE);
    return yes.filter(
            word -> no.isEmpty() || (word.at().isAfter(no.get().at()) && word.at().isAfter(since)))
        .or(() -> no)
        .orElseThrow();
  }
}
