package io.amends.bench.notifications;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * What became of messages that were each to be sent once, whatever died meanwhile: what the ledger,
 * the topic of events and the mail server say, held against each other.
 *
 * @param doubles mails that came once more
 * @param lost messages of which the ledger knows nothing, that still wait, or that count as sent
 *     and never came
 * @param unknown messages of which the ledger says that nobody knows; a guest is not asked again
 * @param unknownArrived those of them that had come
 * @param contradicted messages of which ledger and topic say different things, or that came though
 *     the ledger says that they did not go
 */
record Fate(long doubles, long lost, long unknown, long unknownArrived, long contradicted) {

  private static final Set<String> GONE = Set.of("SENT", "UNKNOWN");

  /**
   * Holds them against each other.
   *
   * @param expected ids of all messages
   * @param ledger state by message id
   * @param topic state by message id, as the events have it
   * @param arrived how often a message came
   */
  static Fate of(
      Collection<String> expected,
      Map<String, String> ledger,
      Map<String, String> topic,
      ToIntFunction<String> arrived) {
    long doubles = 0;
    long lost = 0;
    long unknown = 0;
    long unknownArrived = 0;
    long contradicted = 0;
    for (String id : expected) {
      String state = ledger.getOrDefault(id, "NONE");
      int came = arrived.applyAsInt(id);
      boolean nobodyKnows = state.equals("UNKNOWN");
      doubles += Math.max(0, came - 1);
      lost += !GONE.contains(state) || (state.equals("SENT") && came == 0) ? 1 : 0;
      unknown += nobodyKnows ? 1 : 0;
      unknownArrived += nobodyKnows && came > 0 ? 1 : 0;
      boolean cameAnyway = came > 0 && !GONE.contains(state);
      contradicted += cameAnyway || !state.equals(topic.getOrDefault(id, "NONE")) ? 1 : 0;
    }
    return new Fate(doubles, lost, unknown, unknownArrived, contradicted);
  }

  boolean isClean() {
    return doubles == 0 && lost == 0 && contradicted == 0;
  }
}
