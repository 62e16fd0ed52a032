package io.amends.local.access;

import static org.apache.kafka.common.acl.AclOperation.CREATE;
import static org.apache.kafka.common.acl.AclOperation.DELETE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE;
import static org.apache.kafka.common.acl.AclOperation.DESCRIBE_CONFIGS;
import static org.apache.kafka.common.acl.AclOperation.READ;
import static org.apache.kafka.common.acl.AclOperation.WRITE;
import static org.apache.kafka.common.resource.ResourceType.GROUP;
import static org.apache.kafka.common.resource.ResourceType.TOPIC;
import static org.apache.kafka.common.resource.ResourceType.TRANSACTIONAL_ID;

import io.amends.contracts.topics.Party;
import io.amends.contracts.topics.Topic;
import io.amends.contracts.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.acl.AclOperation;

/** What a service may do: what the catalogue of topics says, and what is its own. */
public final class ServiceAccess {

  private ServiceAccess() {}

  /**
   * All that one service is granted; its account has the name of its module.
   *
   * @param prefix of the installation, before every topic, group and transaction
   */
  public static List<Grant> of(Party service, String prefix) {
    List<Grant> grants = new ArrayList<>();
    for (Topic<?> topic : Topics.ours()) {
      if (topic.readBy().contains(service)) {
        topic(grants, service, topic.on(prefix), READ);
        topic(grants, service, topic.deadLetters().on(prefix), WRITE);
      }
      if (topic.writtenBy().contains(service)) {
        topic(grants, service, topic.on(prefix), WRITE);
      }
    }
    if (service == Party.INTAKE) {
      // sources are added while it runs; it is one of them itself, and writes their dead letters
      for (AclOperation may : List.of(READ, WRITE, DESCRIBE, DESCRIBE_CONFIGS)) {
        grants.add(Grant.below(service.word(), TOPIC, prefix + "inbound.", may));
      }
    }
    if (service == Party.NOTIFICATION) {
      channel(grants, service.word(), prefix + "notification-email");
      channel(grants, service.word(), prefix + "notification-sms");
      channel(grants, service.word(), prefix + "notification-webhook");
    }
    own(grants, service.word(), prefix + service.word());
    return List.copyOf(grants);
  }

  private static void topic(List<Grant> grants, Party service, String name, AclOperation may) {
    for (AclOperation each : List.of(may, DESCRIBE, DESCRIBE_CONFIGS)) {
      Grant grant = Grant.literal(service.word(), TOPIC, name, each);
      if (!grants.contains(grant)) {
        grants.add(grant);
      }
    }
  }

  /** A channel's group, and the transactions in which it notes what it has sent. */
  private static void channel(List<Grant> grants, String account, String name) {
    grants.add(Grant.literal(account, GROUP, name, READ));
    grants.add(Grant.below(account, TRANSACTIONAL_ID, name + "-", WRITE));
    grants.add(Grant.below(account, TRANSACTIONAL_ID, name + "-", DESCRIBE));
  }

  /** Changelogs, groups and transactions begin with its name. */
  private static void own(List<Grant> grants, String account, String begins) {
    for (AclOperation may : List.of(READ, WRITE, CREATE, DELETE, DESCRIBE, DESCRIBE_CONFIGS)) {
      grants.add(Grant.below(account, TOPIC, begins + "-", may));
    }
    grants.add(Grant.below(account, GROUP, begins, READ));
    grants.add(Grant.below(account, GROUP, begins, DESCRIBE));
    grants.add(Grant.below(account, TRANSACTIONAL_ID, begins, WRITE));
    grants.add(Grant.below(account, TRANSACTIONAL_ID, begins, DESCRIBE));
  }
}
