package io.amends.scorer.fitting;

import io.amends.contracts.retention.FitEnded;
import io.amends.contracts.retention.FitEnded.Verdict;
import io.amends.contracts.retention.ModelPublished;
import io.amends.kit.access.BrokerAccess;
import io.amends.scorer.domain.training.GuestSample;
import io.amends.scorer.fitting.FitJob.Done;
import io.amends.scorer.stream.Fitter;
import io.amends.scorer.stream.InForce.Rules;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Fits in a thread of its own, one fit at a time. The new version is published before it is taken
 * into use, and what came of it after that; who reads the end of a fit finds all of it.
 */
public final class BackgroundFitter implements Fitter, SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(BackgroundFitter.class);

  private final Replay replay;
  private final ModelLog log;
  private final ModelMeters meters;
  private final Supplier<@Nullable ModelPublished> published;
  private final AtomicBoolean busy = new AtomicBoolean();
  private volatile boolean running;

  /**
   * Prepares it.
   *
   * @param mostFacts of so many guests that their facts are no more than this
   * @param published the model in use as it was published; null if it ships
   */
  public BackgroundFitter(
      BrokerAccess access,
      String prefix,
      int mostFacts,
      ModelLog log,
      ModelMeters meters,
      Supplier<@Nullable ModelPublished> published) {
    this.replay = new Replay(access, prefix, mostFacts);
    this.log = log;
    this.meters = meters;
    this.published = published;
  }

  @Override
  public void start(Instant cut, Rules inForce) {
    if (running && busy.compareAndSet(false, true)) {
      Thread.ofPlatform().name("fit").daemon().start(() -> fit(cut, inForce));
    }
  }

  private void fit(Instant cut, Rules inForce) {
    LOG.info("Making a model of what happened up to {}", cut);
    try {
      GuestSample sample = replay.read(() -> !running);
      publish(new FitJob(sample, cut, inForce, published.get()).run(), cut);
    } catch (Replay.Interrupted _) {
      LOG.info("The fit was left, since the service stops; it is asked again");
    } catch (KafkaException | CompletionException failure) {
      LOG.warn("The fit could not be read or published; the model stays as it is", failure);
      failed(cut, inForce);
    } catch (RuntimeException failure) {
      LOG.error("The fit failed; the model stays as it is", failure);
      failed(cut, inForce);
    } finally {
      busy.set(false);
    }
  }

  private void publish(Done done, Instant cut) {
    FitEnded ended = done.ended();
    ModelPublished candidate = done.candidate();
    if (candidate != null) {
      log.version(candidate).join();
      if (ended.verdict() == Verdict.TAKEN_INTO_USE) {
        log.takeIntoUse(candidate, cut).join();
      }
    }
    log.ended(ended).join();
    meters.ended(ended);
    if (ended.verdict() == Verdict.TAKEN_INTO_USE) {
      LOG.info("Model {} of {} guests is in use from now on", ended.inUse(), ended.guests());
    } else {
      LOG.warn(
          "Model {} stays in use, of {} guests: {}",
          ended.inUse(),
          ended.guests(),
          ended.verdict());
    }
  }

  private void failed(Instant cut, Rules inForce) {
    FitEnded ended =
        new FitEnded(cut, Verdict.FAILED, inForce.model().version(), null, 0, Map.of());
    meters.ended(ended);
    try {
      log.ended(ended).join();
    } catch (CompletionException failure) {
      LOG.warn("That a fit failed could not be published; it is asked again", failure);
    }
  }

  @Override
  public void start() {
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
