package io.amends.local.access;

import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.amends.contracts.topics.InboundKind;
import io.amends.contracts.topics.Party;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.common.network.ClientInformation;
import org.apache.kafka.common.network.ListenerName;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.requests.RequestContext;
import org.apache.kafka.common.requests.RequestHeader;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.metadata.authorizer.StandardAcl;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizationResult;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Kafka's own authorizer is asked; nothing is allowed that was not granted. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class AccessTest {

  private static final Integrator OPERA =
      new Integrator(
          "opera7",
          URI.create("urn:pms:opera7"),
          Set.of(InboundKind.COMPLAINTS, InboundKind.INTERACTIONS),
          Set.of("recovery.case-events.v1"));
  private static final Set<Party> SERVICES =
      Set.of(Party.INTAKE, Party.ORCHESTRATOR, Party.SCORER, Party.NOTIFICATION, Party.DESK);

  private final StandardAuthorizer authorizer = new StandardAuthorizer();

  AccessTest() {
    authorizer.withPluginMetrics(new PluginMetricsImpl(new Metrics(), Map.of()));
    authorizer.configure(Map.of());
    authorizer.completeInitialLoad();
    List<Grant> grants = new ArrayList<>(OPERA.grants(""));
    SERVICES.forEach(service -> grants.addAll(ServiceAccess.of(service, "")));
    grants.forEach(
        grant -> authorizer.addAcl(Uuid.randomUuid(), StandardAcl.fromAclBinding(grant.binding())));
  }

  @Test
  void a_foreign_system_writes_to_its_own_topics() {
    assertThat(may("opera7", WRITE, "inbound.complaints.v1.opera7")).isTrue();
    assertThat(may("opera7", WRITE, "inbound.interactions.v1.opera7")).isTrue();
  }

  @Test
  void it_reads_what_is_published_if_that_was_asked_for() {
    assertThat(may("opera7", READ, "recovery.case-events.v1")).isTrue();
    assertThat(may("opera7", READ, "recovery.cases.v1")).isFalse();
  }

  @Test
  void it_does_nothing_else() {
    List<String> others = new ArrayList<>(Topics.ours().stream().map(Topic::name).toList());
    others.addAll(
        List.of(
            "inbound.complaints.v1.opera70",
            "inbound.complaints.v1.http",
            "inbound.updates.v1.opera7",
            "inbound.complaints.v1.opera7.dlq",
            "recovery-orchestrator-recovery-cases-changelog"));
    for (String topic : others) {
      assertThat(may("opera7", WRITE, topic)).as(topic).isFalse();
      if (!topic.equals("recovery.case-events.v1")) {
        assertThat(may("opera7", READ, topic)).as(topic).isFalse();
      }
    }
    assertThat(may("opera7", READ, "inbound.complaints.v1.opera7"))
        .as("not even its own")
        .isFalse();
  }

  @Test
  void a_stranger_does_nothing() {
    assertThat(may("nobody", READ, "recovery.case-events.v1")).isFalse();
    assertThat(may("opera", WRITE, "inbound.complaints.v1.opera7")).isFalse();
  }

  @ParameterizedTest
  @EnumSource(names = {"INTAKE", "ORCHESTRATOR", "SCORER", "NOTIFICATION", "DESK"})
  void a_service_reads_and_writes_what_the_catalogue_says(Party service) {
    for (Topic<?> topic : Topics.ours()) {
      assertThat(may(service.word(), WRITE, topic.name()))
          .as("%s writes %s", service, topic.name())
          .isEqualTo(topic.writtenBy().contains(service));
      assertThat(may(service.word(), READ, topic.name()))
          .as("%s reads %s", service, topic.name())
          .isEqualTo(topic.readBy().contains(service));
      assertThat(may(service.word(), WRITE, topic.name() + ".dlq"))
          .as("%s puts aside what it can't read of %s", service, topic.name())
          .isEqualTo(topic.readBy().contains(service));
    }
    assertThat(may(service.word(), WRITE, service.word() + "-x-changelog")).isTrue();
    for (Party other : SERVICES) {
      assertThat(may(service.word(), READ, other.word() + "-x-changelog"))
          .isEqualTo(other == service);
    }
  }

  @Test
  void a_service_reads_in_its_own_groups_and_writes_in_its_own_transactions() {
    assertThat(may("notification-service", READ, GROUP, "notification-email")).isTrue();
    assertThat(may("notification-service", READ, GROUP, "notification-webhook")).isTrue();
    assertThat(may("notification-service", WRITE, TRANSACTIONAL_ID, "notification-email-1"))
        .isTrue();
    for (Party service : SERVICES) {
      for (Party other : SERVICES) {
        assertThat(may(service.word(), READ, GROUP, other.word())).isEqualTo(other == service);
        assertThat(may(service.word(), WRITE, TRANSACTIONAL_ID, other.word() + "-1"))
            .isEqualTo(other == service);
      }
    }
    assertThat(may("recovery-desk", READ, GROUP, "notification-email")).isFalse();
    assertThat(may("opera7", READ, GROUP, "opera7-warehouse")).isTrue();
    assertThat(may("opera7", READ, GROUP, "recovery-orchestrator")).isFalse();
  }

  @Test
  void nobody_gets_an_account_that_is_ours_or_reads_what_is_not_published() {
    Set<InboundKind> complaints = Set.of(InboundKind.COMPLAINTS);
    URI source = URI.create("urn:x");
    assertThatThrownBy(() -> new Integrator("complaint-intake", source, complaints, Set.of()))
        .hasMessageContaining("expected: one that no service of ours has");
    assertThatThrownBy(() -> new Integrator("Opera 7", source, complaints, Set.of()))
        .hasMessageContaining("expected: 1 to 40 of a-z 0-9 -");
    assertThatThrownBy(
            () -> new Integrator("crm", source, Set.of(), Set.of("personal.contacts.v1")))
        .hasMessageStartingWith("reads: personal.contacts.v1 (expected: one of ");
    assertThatThrownBy(() -> new Integrator("crm", source, Set.of(), Set.of()))
        .hasMessageContaining("expected: something to write or to read");
  }

  @Test
  void what_is_handed_over_can_be_run_line_by_line() {
    List<String> lines = new Handover(OPERA, "x.", "secret", 12, 3).lines();
    assertThat(lines)
        .contains("amends.intake.sources.opera7.uri=urn:pms:opera7")
        .anyMatch(
            line -> line.contains("--entity-name opera7") && line.contains("request_percentage=25"))
        .anyMatch(
            line ->
                line.contains(
                    "--operation Write --topic x.inbound.complaints.v1.opera7 --resource-pattern-type literal"))
        .anyMatch(line -> line.contains("--topic x.inbound.complaints.v1.opera7.dlq "))
        .anyMatch(line -> line.contains("kcat -P") && line.contains("-H ce_source=urn:pms:opera7"));
    assertThat(lines.stream().filter(line -> line.contains("secret"))).as("told once").hasSize(1);
  }

  private boolean may(String account, AclOperation operation, String topic) {
    return may(account, operation, ResourceType.TOPIC, topic);
  }

  private boolean may(String account, AclOperation operation, ResourceType on, String name) {
    try {
      Action action =
          new Action(operation, new ResourcePattern(on, name, PatternType.LITERAL), 1, true, true);
      RequestContext asked =
          new RequestContext(
              new RequestHeader(ApiKeys.METADATA, ApiKeys.METADATA.latestVersion(), "client", 1),
              "connection",
              InetAddress.getLoopbackAddress(),
              new KafkaPrincipal(KafkaPrincipal.USER_TYPE, account),
              ListenerName.normalised("SASL"),
              SecurityProtocol.SASL_SSL,
              ClientInformation.EMPTY,
              false);
      return authorizer.authorize(asked, List.of(action)).getFirst() == AuthorizationResult.ALLOWED;
    } catch (RuntimeException failure) {
      throw new AssertionError(failure);
    }
  }
}
