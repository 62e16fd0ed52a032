package io.amends.kit.streams;

import io.amends.kit.clock.HotelClock;
import io.amends.kit.deadlines.DeadlineService;
import io.amends.kit.deadlines.InputGate;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.processor.api.ProcessorContext;
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
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final String bootstrap;
  private final Properties config;
  private final StreamsSettings settings;
  private final HotelClock clock;
  private final IsolationLevel watermarks;
  private final TrackedClients clients = new TrackedClients();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private @Nullable StreamsApp app;
  private volatile @Nullable KafkaStreams streams;
  private volatile @Nullable String refusal;
  private volatile @Nullable Admin admin;
  private volatile @Nullable TaskInputs inputs;
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
      String bootstrap,
      String endpoint,
      StreamsSettings settings,
      HotelClock clock) {
    this(prefix, name, bootstrap, endpoint, settings, clock, IsolationLevel.READ_UNCOMMITTED);
  }

  StreamsRuntime(
      String prefix,
      String name,
      String bootstrap,
      String endpoint,
      StreamsSettings settings,
      HotelClock clock,
      IsolationLevel watermarks) {
    this.watermarks = watermarks;
    this.bootstrap = bootstrap;
    this.settings = settings;
    this.clock = clock;
    this.config = StreamsConfigs.of(prefix + name, bootstrap, endpoint, settings);
    config.put(RepeatedFailures.CONFIG, new RepeatedFailures.Tracker(clients));
  }

  /** The gates of this application's tasks, for its deadlines. */
  public DeadlineService.Gates gates() {
    return this::gate;
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
   * @throws IllegalStateException if it has not started yet: try again
   */
  public KafkaStreams streams() {
    KafkaStreams running = streams;
    if (running == null) {
      throw new IllegalStateException("streams: not started (expected: running)");
    }
    return running;
  }

  /** Whether reads and commands find their tasks. */
  public boolean ready() {
    KafkaStreams running = streams;
    return running != null && running.state() == KafkaStreams.State.RUNNING;
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
      case ERROR, NOT_RUNNING -> "streams: " + running.state() + " (expected: RUNNING)";
      case CREATED, REBALANCING, RUNNING, PENDING_SHUTDOWN, PENDING_ERROR -> null;
    };
  }

  @Override
  public void start() {
    started = true;
    if (app == null) {
      return; // a service without Streams
    }
    Thread.ofPlatform().name("streams-start").daemon().start(this::startWhenClusterIsThere);
  }

  private void startWhenClusterIsThere() {
    StreamsApp toRun = app;
    if (toRun == null) {
      throw new IllegalStateException("app: none (expected: one, set before the start)");
    }
    try {
      Properties adminConfig = new Properties();
      adminConfig.put("bootstrap.servers", bootstrap);
      Admin client = Admin.create(adminConfig);
      admin = client;
      inputs = new TaskInputs(toRun.topology());
      if (!clusterFits(client, toRun)) {
        return;
      }
      KafkaStreams running = new KafkaStreams(toRun.topology(), config, clients);
      running.setUncaughtExceptionHandler(new ThreadDeaths(clock, settings.replaceThreads()));
      running.setStateListener((now, _) -> LOG.info("Streams of {}: {}", toRun.name(), now));
      streams = running;
      if (stopping.getCount() > 0) {
        running.start();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      LOG.error("Streams of {} could not start", toRun.name(), failure);
      refusal = "streams: " + failure.getClass().getName() + " (expected: to start)";
    }
  }

  /** Waits for broker and topics; false if it is stopped meanwhile, or the cluster is wrong. */
  private boolean clusterFits(Admin client, StreamsApp toRun) throws InterruptedException {
    ClusterCheck check = new ClusterCheck(client);
    Instant until = clock.real().plus(settings.clusterWait());
    String last = "no broker at " + bootstrap;
    while (clock.real().isBefore(until)) {
      try {
        ClusterCheck.Finding finding = check.look(toRun.topics());
        if (!finding.wrong().isEmpty()) {
          return refuse("cluster: " + finding.wrong());
        }
        if (finding.missing().isEmpty()) {
          return true;
        }
        last = "topics missing: " + finding.missing();
      } catch (ExecutionException notYet) {
        LOG.debug("The cluster does not answer yet", notYet);
      }
      if (stopping.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        return false;
      }
    }
    return refuse("cluster: " + last);
  }

  private boolean refuse(String why) {
    LOG.error("This service does not run on a wrong cluster. {}", why);
    refusal = why;
    return false;
  }

  private InputGate gate(ProcessorContext<?, ?> context) {
    InputProgress progress = clients.ofThisThread();
    TaskInputs known = inputs;
    Admin client = admin;
    if (known == null || client == null) {
      throw new IllegalStateException("gate: asked before the start (expected: a running task)");
    }
    var task = context.taskId();
    progress.restart(known.of(task, progress.assignment()));
    return new TaskInputGate(
        clock,
        new BrokerWatermarks(client, watermarks),
        progress,
        () -> known.of(task, progress.assignment()));
  }

  @Override
  public void stop() {
    stopping.countDown();
    KafkaStreams running = streams;
    if (running != null) {
      running.close(
          CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
              .withTimeout(CLOSE_WITHIN));
    }
    Admin client = admin;
    if (client != null) {
      client.close(Duration.ofSeconds(1));
    }
    started = false;
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
}
