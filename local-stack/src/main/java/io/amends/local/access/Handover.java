package io.amends.local.access;

import io.amends.contracts.EventType;
import io.amends.contracts.topics.InboundKind;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import io.amends.local.program.ShippedTopics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What operations run for a new integrator, and what they hand over.
 *
 * @param partitions of its topics
 * @param copies of each
 */
public record Handover(
    Integrator integrator, String prefix, String password, int partitions, int copies) {

  /** Ours: a quarter of one request thread; a flood slows down who makes it, and nobody else. */
  private static final int REQUEST_PERCENTAGE = 25;

  private static final String TOOL =
      " --bootstrap-server \"$BROKER\" --command-config admin.properties";

  private static final Map<InboundKind, String> EXAMPLES =
      Map.of(
          InboundKind.COMPLAINTS,
          "{\"propertyId\":\"SHA-BUND\",\"channel\":\"FRONT_DESK\",\"issue\":\"ROOM_CLIMATE\","
              + "\"room\":\"1204\",\"occurredAt\":\"2026-11-20T21:14:00+08:00\"}",
          InboundKind.INTERACTIONS,
          "{\"guestId\":\"G-1\",\"kind\":\"SERVICE_USED\",\"polarity\":\"POSITIVE\","
              + "\"occurredAt\":\"2026-11-20T21:14:00+08:00\"}",
          InboundKind.UPDATES,
          "{\"externalRef\":\"SR-88\",\"verb\":\"FIX_DONE\","
              + "\"occurredAt\":\"2026-11-20T21:14:00+08:00\"}",
          InboundKind.REFERENCE,
          "{\"guests\":[{\"guestId\":\"G-1\",\"locale\":\"en-SG\"}]}");

  /** The lines, in the order in which they are needed. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("# account: %s, its password is shown this once".formatted(integrator.name()));
    // Kafka's tool does not take both at once
    lines.add(configured("SCRAM-SHA-512=[password=%s]".formatted(password)));
    lines.add(configured("request_percentage=%d".formatted(REQUEST_PERCENTAGE)));
    lines.add("# its topics, each with its dead letters");
    integrator.topics().forEach(topic -> lines.addAll(made(topic)));
    lines.add("# what it may do; everything else is refused");
    integrator.grants(prefix).forEach(grant -> lines.add(grant.command()));
    lines.add("# complaint-intake: its ce_source must be this one");
    lines.add("amends.intake.sources.%s.uri=%s".formatted(integrator.name(), integrator.source()));
    lines.add("# to hand over: a first event");
    integrator.writes().stream().sorted().forEach(kind -> lines.add(kcat(kind)));
    return lines;
  }

  private String configured(String what) {
    return "kafka-configs.sh%s --alter --entity-type users --entity-name %s --add-config '%s'"
        .formatted(TOOL, integrator.name(), what);
  }

  private List<String> made(Topic<?> topic) {
    return List.of(
        made(topic.on(prefix), partitions, topic.config()),
        made(
            topic.deadLetters().on(prefix),
            ShippedTopics.DEAD_LETTER_PARTITIONS,
            topic.deadLetters().config()));
  }

  private String made(String name, int parts, Map<String, String> config) {
    StringBuilder line =
        new StringBuilder(
            "kafka-topics.sh%s --create --if-not-exists --topic %s --partitions %d --replication-factor %d"
                .formatted(TOOL, name, parts, copies));
    config.forEach((key, value) -> line.append(" --config ").append(key).append('=').append(value));
    return line.toString();
  }

  private String kcat(InboundKind kind) {
    return "echo '%s' | kcat -P -b \"$BROKER\" -t %s -X security.protocol=SASL_SSL -X sasl.mechanism=SCRAM-SHA-512 -X sasl.username=%s -X sasl.password=\"$PASSWORD\" -H ce_specversion=1.0 -H ce_id=1 -H ce_source=%s -H ce_type=%s -H content-type=application/json"
        .formatted(
            EXAMPLES.getOrDefault(kind, "{}"),
            Topics.inbound(kind, integrator.name()).on(prefix),
            integrator.name(),
            integrator.source(),
            EventType.of(kind.body()));
  }
}
