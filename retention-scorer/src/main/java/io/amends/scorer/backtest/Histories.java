package io.amends.scorer.backtest;

import io.amends.scorer.domain.fact.FactFormat;
import io.amends.scorer.domain.fact.GuestFact;
import io.amends.scorer.interaction.FactReader;
import io.amends.scorer.interaction.Interaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a file tells of each guest, in the order in which it happened.
 *
 * @param byGuest facts by guest id
 * @param lines how many were read
 * @param refused lines that make no sense or name no guest
 */
record Histories(Map<String, List<GuestFact>> byGuest, int lines, int refused) {

  /**
   * Reads a file of one interaction a line.
   *
   * @throws IOException if it cannot be read
   */
  static Histories read(Path file) throws IOException {
    Map<String, List<GuestFact>> byGuest = new LinkedHashMap<>();
    Map<String, String> guestOfStay = new HashMap<>();
    int lines = 0;
    int refused = 0;
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isBlank()) {
          continue;
        }
        lines++;
        if (!add(line, byGuest, guestOfStay)) {
          refused++;
        }
      }
    }
    byGuest.replaceAll((_, facts) -> inOrder(facts));
    return new Histories(byGuest, lines, refused);
  }

  private static boolean add(
      String text, Map<String, List<GuestFact>> byGuest, Map<String, String> guestOfStay) {
    try {
      Interaction line = Interaction.read(text);
      String guest = guest(line, guestOfStay);
      if (guest == null) {
        return false;
      }
      Optional<GuestFact> fact = FactReader.fact(line);
      fact.ifPresent(
          known ->
              byGuest
                  .computeIfAbsent(guest, _ -> new ArrayList<>())
                  .add(known.movedTo(known.at().truncatedTo(ChronoUnit.SECONDS))));
      return true;
    } catch (JacksonException | IllegalArgumentException | DateTimeException refusal) {
      return false; // counted, and the import says why: here only the rest is judged
    }
  }

  /** As they happened, and each once. */
  private static List<GuestFact> inOrder(List<GuestFact> facts) {
    return facts.stream().sorted(FactFormat.ORDER).distinct().toList();
  }

  /** Who it was: by id, or by a stay or booking whose guest was named before. */
  private static @Nullable String guest(Interaction line, Map<String, String> guestOfStay) {
    String stay = line.first("bookingId", "stayId");
    String guest = line.first("guestId");
    if (guest != null && stay != null) {
      guestOfStay.put(stay, guest);
    }
    return guest != null || stay == null ? guest : guestOfStay.get(stay);
  }
}
