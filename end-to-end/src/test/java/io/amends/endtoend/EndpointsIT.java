package io.amends.endtoend;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.Role;
import io.amends.endtoend.Chain.Answer;
import io.amends.endtoend.Endpoints.Operation;
import io.amends.local.program.Ports;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every endpoint of every service, as its own document names it, by every kind of token, every role
 * and another property: a new one is in here by itself.
 */
@ExtendWith(Chain.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class EndpointsIT {

  /** All that is open without a token, and why; whoever opens more has to say so here. */
  private static final Map<String, String> OPEN =
      Map.ofEntries(
          entry("complaint-intake GET /complain/{token}", "the guest's link is signed"),
          entry("complaint-intake POST /complain/{token}", "the guest's link is signed"),
          entry("complaint-intake GET /survey/{token}", "the guest's link is signed"),
          entry("complaint-intake POST /survey/{token}", "the guest's link is signed"),
          entry("complaint-intake GET /track/{token}", "the guest's link is signed"),
          entry("complaint-intake GET /unsubscribe/{token}", "the guest's link is signed"),
          entry("complaint-intake POST /unsubscribe/{token}", "the guest's link is signed"),
          entry("notification-service POST /internal/clearances", "another instance's link"),
          entry("recovery-desk GET /t/{token}", "the colleague's link is signed"),
          entry("recovery-desk POST /t/{token}/{verb}", "the colleague's link is signed"));

  /** What is asked for would go on long after this test. */
  private static final Set<String> NOT_DRIVEN = Set.of("retention-scorer POST /models/fit");

  /** No handler of ours, hence in no document: Spring's own pages, and what is not there. */
  private static final List<String> BESIDE =
      List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/nowhere");

  private static final List<String> ROLES =
      Stream.concat(
              Arrays.stream(Role.values()).filter(role -> role != Role.SYSTEM).map(Role::name),
              Stream.of("PARTNER"))
          .toList();

  @Test
  void each_says_for_whom_it_is_or_is_among_the_few_that_are_open(Chain chain) {
    List<Operation> all = Endpoints.of(chain);
    assertThat(all)
        .filteredOn(each -> !each.open())
        .hasSizeGreaterThan(35)
        .allSatisfy(each -> assertThat(each.roles()).as(each.name()).isNotEmpty());
    assertThat(all)
        .filteredOn(each -> each.open() && !each.path().equals("/openapi"))
        .extracting(Operation::name)
        .containsExactlyInAnyOrderElementsOf(OPEN.keySet());
  }

  @Test
  void whoever_has_no_good_token_is_refused(Chain chain) throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> bad : new Counterfeits(chain).bad().entrySet()) {
      for (Operation each : Endpoints.of(chain)) {
        int status = ask(chain, each, bad.getValue(), Map.of()).status();
        if (!each.open() && status != 401 && !isForm(each, bad.getKey(), status)) {
          wrong.add("%s with %s: %d".formatted(each, bad.getKey(), status));
        }
      }
      for (String service : Endpoints.SERVICES) {
        for (String path : BESIDE) {
          int status = chain.ask(service, "GET", path, bad.getValue()).status();
          if (status != 401) {
            wrong.add("%s %s with %s: %d".formatted(service, path, bad.getKey(), status));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** A form without its own token is refused before anybody asks who sent it. */
  private static boolean isForm(Operation each, String bad, int status) {
    return each.service().equals(Ports.DESK)
        && each.method().equals("POST")
        && bad.equals("none")
        && status == 403;
  }

  @Test
  void a_link_that_nobody_signed_opens_nothing(Chain chain) {
    assertThat(Endpoints.of(chain))
        .filteredOn(each -> OPEN.containsKey(each.name()))
        .allSatisfy(
            each ->
                assertThat(ask(chain, each, "", Map.of()).status())
                    .as(each.name())
                    .isBetween(400, 499));
  }

  @Test
  void each_role_is_let_in_where_it_says_so_and_nowhere_else(Chain chain) throws Exception {
    Map<String, String> tokens = new LinkedHashMap<>();
    ROLES.forEach(role -> tokens.put(role, chain.token(role, "matrix")));
    tokens.put("no role", new Counterfeits(chain).withoutRole());
    List<String> wrong = new ArrayList<>();
    for (Operation each : driven(chain)) {
      for (Map.Entry<String, String> token : tokens.entrySet()) {
        boolean may = each.isFor(token.getKey());
        if (may && NOT_DRIVEN.contains(each.name())) {
          continue;
        }
        int status = ask(chain, each, token.getValue(), Map.of()).status();
        if (status == 401 || (status == 403) == may || status >= 500) {
          wrong.add("%s as %s: %d".formatted(each, token.getKey(), status));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void what_concerns_the_chain_is_for_nobody_who_holds_for_one_hotel(Chain chain) {
    List<Operation> everywhere = driven(chain).stream().filter(Operation::everywhere).toList();
    assertThat(everywhere).isNotEmpty();
    for (Operation each : everywhere) {
      for (String role : ROLES) {
        String token = chain.token(role, "matrix", Hotels.MATRIX);
        assertThat(ask(chain, each, token, Map.of()).status()).as(each.name()).isEqualTo(403);
      }
    }
  }

  @Test
  void who_holds_for_another_hotel_sees_nothing_and_changes_nothing(Chain chain) {
    Map<String, String> real = somethingToSee(chain);
    String path = "/guests/%s/cases/%s".formatted(real.get("guestId"), real.get("caseId"));
    String house = chain.token("HEAD_OFFICE", "matrix", Hotels.MATRIX);
    int version = chain.get(Ports.ORCHESTRATOR, path, house).json().at(VERSION).asInt();
    assertThat(version).isPositive();

    List<String> wrong = new ArrayList<>();
    Set<String> shown = new TreeSet<>();
    for (Operation each : driven(chain)) {
      if (each.everywhere()) {
        continue; // nobody with one hotel gets there
      }
      if (each.method().equals("GET") && shows(ask(chain, each, house, real))) {
        shown.add(each.name());
      }
      for (String role : ROLES) {
        if (each.isFor(role)) {
          Answer answer = ask(chain, each, chain.token(role, "stranger", "SHA-BUND"), real);
          boolean names = each.path().contains("{caseId}") || each.path().contains("{propertyId}");
          if (shows(answer) || (names && answer.status() != 403 && answer.status() != 404)) {
            wrong.add("%s as %s: %d".formatted(each, role, answer.status()));
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(shown) // to those who may see it, it is shown: what is looked for can be found
        .contains(
            "recovery-desk GET /today",
            "recovery-desk GET /cases/{caseId}",
            "recovery-desk GET /find",
            "recovery-desk GET /reports/{name}",
            "recovery-orchestrator GET /guests/{guestId}/cases",
            "recovery-orchestrator GET /guests/{guestId}/cases/{caseId}");
    assertThat(chain.get(Ports.ORCHESTRATOR, path, house).json().at(VERSION).asInt())
        .isEqualTo(version);
  }

  private static final String VERSION = "/snapshot/caseVersion";
  private static final String ROOM = "73915";
  private static final String WORD = "amaranth";

  /** Nothing of this is in a question, so whoever answers with it tells something. */
  private static boolean shows(Answer answer) {
    return answer.text().contains(ROOM)
        || answer.text().contains(WORD)
        || answer.text().contains(Hotels.MATRIX_NAME);
  }

  /** A case of a hotel of its own; what questions name of it. */
  private static Map<String, String> somethingToSee(Chain chain) {
    String office = chain.token("HEAD_OFFICE", "hq");
    assertThat(chain.put(Ports.INTAKE, "/reference", office, Hotels.matrix()).status())
        .isEqualTo(200);
    String caseId =
        chain.complain(
            office,
            "matrix",
            Map.of(
                "propertyId",
                Hotels.MATRIX,
                "guestId",
                "G-MATRIX",
                "room",
                ROOM,
                "channel",
                "FRONT_DESK",
                "occurredAt",
                chain.now().toString(),
                "issue",
                "NO_HOT_WATER",
                "narrative",
                "A wall of " + WORD));
    Chain.until(
        "the desk shows it",
        () -> chain.get(Ports.DESK, "/cases/" + caseId, office).text().contains(WORD));
    return Map.ofEntries(
        entry("guestId", "G-MATRIX"),
        entry("caseId", caseId),
        entry("complaintId", caseId),
        entry("propertyId", Hotels.MATRIX),
        entry("property", Hotels.MATRIX),
        entry("q", "G-MATRIX"),
        entry("a", caseId),
        entry("b", caseId),
        entry("verb", "ACKNOWLEDGE"),
        entry("answer", "APPROVE_REMEDY"),
        entry("name", "causes"),
        entry("programme", "any"),
        entry("month", "2026-11"));
  }

  private static List<Operation> driven(Chain chain) {
    return Endpoints.of(chain).stream()
        .filter(each -> !each.open())
        .peek(each -> Objects.requireNonNull(each.roles(), each.name()))
        .collect(Collectors.toList());
  }

  private static Answer ask(Chain chain, Operation each, String token, Map<String, String> values) {
    return chain.ask(each.service(), each.method(), each.filled(values), token);
  }
}
