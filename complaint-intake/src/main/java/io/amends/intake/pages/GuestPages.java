package io.amends.intake.pages;

import io.amends.contracts.Flag;
import io.amends.contracts.policy.HotelPolicy;
import io.amends.intake.stream.IntakeTopology;
import io.amends.intake.stream.PolicyInForce;
import io.amends.kit.events.CurrentRow;
import io.amends.kit.http.OwnerRouting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Renders pages for guests: nothing of them is kept by a browser, a search engine or a frame. */
@Component
class GuestPages {

  private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

  /** Nothing comes from elsewhere, and nothing runs. */
  private static final String CONTENT_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none';"
          + " base-uri 'none'";

  private final ITemplateEngine templates;
  private final MessageSource words;
  private final OwnerRouting owners;

  GuestPages(ITemplateEngine templates, MessageSource words, OwnerRouting owners) {
    this.templates = templates;
    this.words = words;
    this.owners = owners;
  }

  ResponseEntity<String> render(
      HttpStatus status, String template, Locale locale, Map<String, Object> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.put("languages", Languages.ALL);
    all.put("direction", Languages.direction(locale));
    return ResponseEntity.status(status)
        .contentType(HTML)
        .header("Content-Security-Policy", CONTENT_POLICY)
        .header("Referrer-Policy", "no-referrer")
        .header("Cache-Control", "no-store")
        .header("X-Robots-Tag", "noindex")
        .body(templates.process(template, new Context(locale, all)));
  }

  /** The link is no longer valid, or never was. */
  ResponseEntity<String> gone(Locale locale) {
    return render(HttpStatus.GONE, "notice", locale, Map.of("notice", "gone"));
  }

  /** Nothing was lost: the same form can be sent again. */
  ResponseEntity<String> later(Locale locale) {
    return render(HttpStatus.SERVICE_UNAVAILABLE, "notice", locale, Map.of("notice", "later"));
  }

  /**
   * What guests choose from, in their words.
   *
   * @param group of the house
   */
  record Group(String group, List<Choice> choices) {}

  record Choice(String code, String words) {}

  /** The catalogue of the policy in force without what is only ever said of a guest. */
  List<Group> issues(Locale locale) {
    Map<String, List<Choice>> groups = new HashMap<>();
    policy()
        .catalogue()
        .forEach(
            (code, entry) -> {
              if (!entry.flagsOrNone().contains(Flag.PROBLEM_CUSTOMER)) {
                String text = words.getMessage("issue." + code, null, code, locale);
                groups
                    .computeIfAbsent(group(entry.department().name()), _ -> new ArrayList<>())
                    .add(new Choice(code, text == null ? code : text));
              }
            });
    return GROUPS.stream()
        .map(
            group ->
                new Group(
                    group,
                    groups.getOrDefault(group, List.of()).stream()
                        .sorted(Comparator.comparing(Choice::words))
                        .toList()))
        .filter(group -> !group.choices().isEmpty())
        .toList();
  }

  private static final List<String> GROUPS = List.of("ROOM", "SERVICE", "FOOD", "OTHER");

  private static String group(String department) {
    return switch (department) {
      case "ENGINEERING", "HOUSEKEEPING" -> "ROOM";
      case "FRONT_OFFICE", "DEPARTMENT_CONCERNED" -> "SERVICE";
      case "FOOD_AND_BEVERAGE" -> "FOOD";
      default -> "OTHER";
    };
  }

  /** The chain's policy in force. */
  HotelPolicy policy() {
    ReadOnlyKeyValueStore<String, byte[]> table = owners.store(IntakeTopology.POLICY_TABLE);
    CurrentRow<HotelPolicy> row = PolicyInForce.row();
    return row.in(table::get);
  }
}
