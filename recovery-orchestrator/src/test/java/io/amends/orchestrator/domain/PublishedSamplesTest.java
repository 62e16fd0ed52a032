package io.amends.orchestrator.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.amends.contracts.EventType;
import io.amends.contracts.published.Approved;
import io.amends.contracts.published.sample.Samples;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.RecoveryEvent;
import io.amends.kit.events.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What integrators are shown of a case is what the rules make of an evening, not what we think. */
@Tag("approved")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PublishedSamplesTest {

  private static final Path SAMPLES = Path.of("../contracts/src/main/resources/samples");

  /** A map and a set have no order of their own, a file has. */
  private static final JsonMapper SORTED =
      Json.mapper().rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private static final List<RecoveryEvent> EVENTS = Stories.events();

  @ParameterizedTest
  @MethodSource("types")
  void a_sample_is_what_happens_in_one_of_the_stories(Class<? extends RecoveryEvent> type) {
    RecoveryEvent first =
        EVENTS.stream().filter(type::isInstance).findFirst().orElseThrow(() -> missing(type));
    hold(EventType.of(type), first);
  }

  @Test
  void the_sample_of_a_case_is_the_one_that_was_found_first() {
    CaseSnapshot snapshot = Snapshots.of(Stories.foundFirst().state());
    assertThat(snapshot.standing()).isEqualTo(CaseSnapshot.Standing.CLOSED);
    hold(EventType.of(CaseSnapshot.class), snapshot);
  }

  private static void hold(String type, Object event) {
    String json =
        SORTED
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(Samples.normal(SORTED.valueToTree(event)));
    Approved.hold("contracts,recovery-orchestrator", SAMPLES.resolve(type + ".json"), json + "\n");
  }

  private static AssertionError missing(Class<?> type) {
    return new AssertionError(
        "no story tells of " + type.getAnnotation(JsonTypeName.class).value());
  }

  static Stream<Class<? extends RecoveryEvent>> types() {
    return EventType.under(RecoveryEvent.class).values().stream();
  }
}
