package io.amends.desk.audit;

import io.amends.contracts.desk.PersonalDataSeen.Occasion;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which looks are asked for. It stands in the address, so that it can be sent to somebody.
 *
 * @param who staff id; empty: everybody
 * @param guest id; empty: every guest
 * @param caseId empty: all, also those of no case
 * @param occasion null: every one
 * @param days back from now, of {@link #SPANS}
 */
record Asked(String who, String guest, String caseId, @Nullable Occasion occasion, int days) {

  /** As long as the topic keeps them, at the most. */
  static final List<Integer> SPANS = List.of(1, 7, 30, 90, 400);

  static Asked of(
      @Nullable String who,
      @Nullable String guest,
      @Nullable String caseId,
      @Nullable String occasion,
      @Nullable Integer days) {
    return new Asked(
        text(who),
        text(guest),
        text(caseId),
        Arrays.stream(Occasion.values())
            .filter(each -> each.name().equals(occasion))
            .findFirst()
            .orElse(null),
        days != null && SPANS.contains(days) ? days : 7);
  }

  private static String text(@Nullable String said) {
    return said == null ? "" : said.strip();
  }

  Asked ofWho(String other) {
    return new Asked(other, guest, caseId, occasion, days);
  }

  Asked ofGuest(String other) {
    return new Asked(who, other, caseId, occasion, days);
  }

  /** Where it is found. */
  String address(String path) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path).queryParam("days", days);
    add(address, "who", who);
    add(address, "guest", guest);
    add(address, "case", caseId);
    add(address, "occasion", occasion == null ? "" : occasion.name());
    return address.encode().toUriString();
  }

  private static void add(UriComponentsBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.queryParam(name, value.replace("{", "").replace("}", ""));
    }
  }
}
