package io.amends.kit.streams;

import io.amends.kit.access.BrokerAccess;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Runs one {@link StreamsApp}: waits for the cluster, refuses a wrong one, starts, and leaves its
 * group when it stops, so that others take over within a second.
 *
 * <p>It starts in the background, since HTTP answers from the first moment (that it is not ready).
 * It stops after HTTP and before the producers.
 */
public final class StreamsRuntime implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(StreamsRuntime.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(8);

  private final BrokerAccess access;
  private final Properties config;
  private final StreamsSettings settings;
  private final ClusterSettings cluster;
  private final HotelClock clock;
  private final TaskWatch watch;
  private final RestoreProgress restore = new RestoreProgress();
  private final TaskGates gates;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private @Nullable StreamsApp app;
  private volatile @Nullable KafkaStreams streams;
  private volatile @Nullable ClusterWait wait;
  private volatile @Nullable String refusal;
  private volatile @Nullable Admin admin;
  private volatile boolean started;

  /**
   * Prepares it.
   *
   * @param prefix stands before the application id and every topic
   * @param endpoint {@code host:port} at which other instances reach this one's reads
   */
  public StreamsRuntime(
      String prefix,
      String name,
      BrokerAccess access,
      String endpoint,
      StreamsSettings settings,
      ClusterSettings cluster,
      HotelClock clock) {
    this(prefix, name, access, endpoint, settings, cluster, clock, IsolationLevel.READ_UNCOMMITTED);
  }

  StreamsRuntime(
      String prefix,
      String name,
      BrokerAccess access,
      String endpoint,
      StreamsSettings settings,
      ClusterSettings cluster,
      HotelClock clock,
      IsolationLevel watermarks) {
    this.access = access;
    this.settings = settings;
    this.cluster = cluster;
    this.clock = clock;
    this.watch = new TaskWatch(clock);
    this.gates = new TaskGates(clock, watch, watermarks);
    this.config = StreamsConfigs.of(prefix + name, access, endpoint, settings, cluster);
    config.put(TaskWatch.CONFIG, watch);
  }

  /** The gates of this application's tasks, for its deadlines. */
  public DeadlineService.Gates gates() {
    return gates;
  }

  /** What a topology must be built with, so that its processors are wrapped. */
  public TopologyConfig topologyConfig() {
    return new TopologyConfig(new StreamsConfig(config));
  }

  /** Sets what it runs; before it starts. */
  public void run(StreamsApp toRun) {
    app = toRun;
  }

  /**
   * The running application.
   *
   * @throws NotStarted if it has not started yet: try again
   */
  public KafkaStreams streams() {
    KafkaStreams running = streams;
    if (running == null) {
      throw new NotStarted();
    }
    return running;
  }

  /** Whether reads and commands find their tasks. */
  public boolean ready() {
    KafkaStreams running = streams;
    return running != null && running.state() == KafkaStreams.State.RUNNING;
  }

  /** The application if it has been started; whatever its state. */
  @Nullable KafkaStreams started() {
    return streams;
  }

  RestoreProgress restore() {
    return restore;
  }

  /**
   * Up to when all inputs have been read here, seconds since the epoch; NaN: no task works here.
   */
  double readUpTo() {
    return watch.pulses().readUpTo().map(at -> at.toEpochMilli() / 1_000.0).orElse(Double.NaN);
  }

  /** Records of the input that is furthest behind. */
  double lag() {
    return watch.clients().lag();
  }

  /** What it waits for before it is ready. */
  String waitsFor() {
    KafkaStreams running = streams;
    ClusterWait waiting = wait;
    if (running != null) {
      return "streams: " + running.state() + " (expected: RUNNING)";
    }
    return waiting == null ? "streams: not started (expected: RUNNING)" : waiting.waitsFor();
  }

  /** Why it can't go on, if it can't. */
  public @Nullable String broken() {
    KafkaStreams running = streams;
    if (refusal != null) {
      return refusal;
    }
    if (running == null || stopping.getCount() == 0) {
      return null;
    }
    return switch (running.state()) {
      case ERROR, PENDING_ERROR, NOT_RUNNING ->
          "streams: " + running.state() + " (expected: RUNNING)";
      case CREATED, REBALANCING, RUNNING, PENDING_SHUTDOWN -> null;
    };
  }

  @Override
  public void start() {
    started = true;
    StreamsApp toRun = app;
    if (toRun == null) {
      return; // a service without Streams
    }
    Thread.ofPlatform().name("streams-start").daemon().start(() -> startWhenClusterIsThere(toRun));
  }

  private void startWhenClusterIsThere(StreamsApp toRun) {
    try {
      Admin client = Admin.create(access.client());
      admin = client;
      gates.prepare(toRun.topology(), client);
      ClusterWait waiting =
          new ClusterWait(new ClusterCheck(client, cluster), access.brokers(), clock, stopping);
      wait = waiting;
      String unfit =
          waiting.unfit(
              DeadLetterSinks.withTheirTopics(toRun),
              DeadLetterSinks.patterns(toRun.topology()),
              settings.clusterWait());
      if (unfit == null) {
        launch(toRun);
      } else if (stopping.getCount() > 0) {
        LOG.error("This service does not run on a wrong cluster. {}", unfit);
        refusal = "cluster: " + unfit;
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      LOG.error("Streams of {} could not start", toRun.name(), failure);
      refusal = "streams: " + failure.getClass().getName() + " (expected: to start)";
    }
  }

  private synchronized void launch(StreamsApp toRun) {
    if (stopping.getCount() == 0) {
      return;
    }
    KafkaStreams running = new KafkaStreams(toRun.topology(), config, watch.clients());
    running.setUncaughtExceptionHandler(
        new ThreadDeaths(clock, settings.replaceThreads(), watch.clients()::leaveWithThisThread));
    running.setGlobalStateRestoreListener(restore);
    running.setStateListener((now, _) -> LOG.info("Streams of {}: {}", toRun.name(), now));
    streams = running;
    running.start();
  }

  @Override
  public void stop() {
    stopping.countDown();
    close();
    Admin client = admin;
    if (client != null) {
      client.close(Duration.ofSeconds(1));
    }
    started = false;
  }

  private synchronized void close() {
    KafkaStreams running = streams;
    if (running != null) {
      running.close(
          CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
              .withTimeout(CLOSE_WITHIN));
    }
  }

  @Override
  public boolean isRunning() {
    return started;
  }

  /** After the producers start, before HTTP does; stopped in the opposite order. */
  @Override
  public int getPhase() {
    return 0;
  }

  /** Its stores can't be read yet. */
  public static final class NotStarted extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    NotStarted() {
      super("streams: not started (expected: running)");
    }
  }
}
