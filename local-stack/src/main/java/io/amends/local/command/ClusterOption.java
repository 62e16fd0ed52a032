package io.amends.local.command;

import io.amends.local.stack.StackFailure;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which cluster is meant, and as whom it is called. */
final class ClusterOption {

  private static final int PATIENCE_MILLIS = 30_000;

  @Option(names = "--brokers", paramLabel = "HOST:PORT", description = "default: ${DEFAULT-VALUE}")
  private String brokers = "localhost:9092";

  @Option(
      names = "--client",
      paramLabel = "FILE",
      description = "settings of the client, as Kafka's own tools take them by --command-config")
  private @Nullable Path client;

  /** What is done with a cluster. */
  interface Work<T> {
    T on(Admin admin) throws InterruptedException, ExecutionException;
  }

  /**
   * Does it.
   *
   * @throws StackFailure if the cluster does not answer, or refuses
   */
  <T> T with(Work<T> work) throws InterruptedException {
    try (Admin admin = Admin.create(settings())) {
      return work.on(admin);
    } catch (ExecutionException failure) {
      throw failed(failure.getCause(), failure);
    } catch (KafkaException failure) {
      throw failed(failure, failure);
    }
  }

  private StackFailure failed(@Nullable Throwable cause, Exception failure) {
    String why = cause == null ? failure.toString() : String.valueOf(cause.getMessage());
    return new StackFailure(
        cause instanceof TimeoutException
            ? "No answer from %s within %d s: %s".formatted(brokers, PATIENCE_MILLIS / 1000, why)
            : "Expected %s to do it, but: %s".formatted(brokers, why),
        failure);
  }

  private Map<String, Object> settings() {
    Map<String, Object> settings = new HashMap<>();
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    settings.put(AdminClientConfig.ENABLE_METRICS_PUSH_CONFIG, "false");
    if (client != null) {
      Properties file = read(client);
      file.stringPropertyNames().forEach(name -> settings.put(name, file.getProperty(name)));
    }
    settings.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, brokers);
    return settings;
  }

  /** The lines of such a file. */
  static Properties read(Path file) {
    Properties lines = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      lines.load(in);
    } catch (IOException failure) {
      throw new StackFailure(
          "%s (expected: a file that can be read): %s".formatted(file, failure), failure);
    }
    return lines;
  }
}
