package io.amends.local.stack;

import io.amends.local.access.ClusterAccounts;
import io.amends.local.access.Login;
import io.amends.local.installation.Secrets;
import io.amends.local.process.LocalPort;
import io.amends.local.program.Ports;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/** The broker is ready when it answers and every topic is there; those that lack are created. */
final class BrokerReadiness implements BooleanSupplier {

  /** One look; there are more until the start takes too long. */
  private static final Duration ONE_TRY = Duration.ofSeconds(10);

  private final Ports ports;
  private final Supplier<List<NewTopic>> topics;
  private final @Nullable Login login;
  private final Secrets secrets;

  /**
   * Prepares it.
   *
   * @param login of an administrator; null if anybody may do anything
   */
  BrokerReadiness(
      Ports ports, Supplier<List<NewTopic>> topics, @Nullable Login login, Secrets secrets) {
    this.ports = ports;
    this.topics = topics;
    this.login = login;
    this.secrets = secrets;
  }

  /**
   * Looks once.
   *
   * @throws StackFailure if the broker refuses a topic
   */
  @Override
  public boolean getAsBoolean() {
    if (!LocalPort.accepts(ports.of(Ports.BROKER))) {
      return false;
    }
    try (Admin admin = Admin.create(settings())) {
      create(admin);
      if (login != null) {
        new ClusterAccounts(admin).apply(services(), "");
      }
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    } catch (TimeoutException _) {
      return false;
    } catch (ExecutionException failure) {
      return laterOrNever(failure);
    }
  }

  private void create(Admin admin)
      throws InterruptedException, ExecutionException, TimeoutException {
    Set<String> there = admin.listTopics().names().get(ONE_TRY.toMillis(), TimeUnit.MILLISECONDS);
    List<NewTopic> lacking =
        topics.get().stream().filter(topic -> !there.contains(topic.name())).toList();
    if (!lacking.isEmpty()) {
      admin.createTopics(lacking).all().get(ONE_TRY.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private List<Login> services() {
    return ClusterAccounts.SERVICES.stream()
        .map(service -> new Login(service.word(), secrets.kafka(service.word())))
        .toList();
  }

  /** Just started, the broker does not count itself among those that can take a partition. */
  private static boolean laterOrNever(ExecutionException failure) {
    if (failure.getCause() instanceof RetriableException
        || failure.getCause() instanceof InvalidReplicationFactorException
        || failure.getCause() instanceof TopicExistsException) {
      return false;
    }
    if (failure.getCause() instanceof KafkaException refusal) {
      throw new StackFailure(
          "Expected to create the topics, but: " + refusal.getMessage(), refusal);
    }
    throw new IllegalStateException(failure);
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>(login == null ? Map.of() : login.asAdmin());
    settings.putAll(ofClient());
    return settings;
  }

  private Map<String, Object> ofClient() {
    return Map.of(
        AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
        ports.bootstrapServers(),
        AdminClientConfig.CLIENT_ID_CONFIG,
        "amends-launcher",
        AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
        "100",
        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        (int) ONE_TRY.toMillis(),
        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
        (int) ONE_TRY.toMillis(),
        AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG,
        "false");
  }
}
