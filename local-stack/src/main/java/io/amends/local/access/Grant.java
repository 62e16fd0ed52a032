package io.amends.local.access;

import java.util.Locale;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/**
 * One thing that one account may do; what is not granted is refused.
 *
 * @param account without {@code User:} before it
 */
public record Grant(
    String account, ResourceType on, PatternType pattern, String name, AclOperation may) {

  static Grant literal(String account, ResourceType on, String name, AclOperation may) {
    return new Grant(account, on, PatternType.LITERAL, name, may);
  }

  /** On everything whose name begins so. */
  static Grant below(String account, ResourceType on, String name, AclOperation may) {
    return new Grant(account, on, PatternType.PREFIXED, name, may);
  }

  /** As Kafka's admin client takes it. */
  public AclBinding binding() {
    return new AclBinding(
        new ResourcePattern(on, name, pattern),
        new AccessControlEntry("User:" + account, "*", may, AclPermissionType.ALLOW));
  }

  /** As Kafka's command line takes it. */
  public String command() {
    return "kafka-acls.sh --bootstrap-server \"$BROKER\" --command-config admin.properties --add"
        + " --allow-principal User:%s --operation %s %s %s --resource-pattern-type %s"
            .formatted(
                account,
                title(may.name()),
                option(),
                name,
                pattern.name().toLowerCase(Locale.ROOT));
  }

  private String option() {
    return switch (on) {
      case TOPIC -> "--topic";
      case GROUP -> "--group";
      case TRANSACTIONAL_ID -> "--transactional-id";
      default ->
          throw new IllegalStateException(
              "on: %s (expected: a topic, a group, a transaction)".formatted(on));
    };
  }

  /** {@code DESCRIBE_CONFIGS} is {@code DescribeConfigs} there. */
  private static String title(String operation) {
    StringBuilder title = new StringBuilder();
    for (String word : operation.split("_", -1)) {
      title.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return title.toString();
  }
}
