package io.amends.notification.channel;

import io.amends.notification.channel.Carrier.Carried;
import io.amends.notification.channel.Carrier.Parcel;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Carries all parcels of a round at once, each on a thread of its own. */
public final class AllAtOnce implements AutoCloseable {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /** Carries one. */
  public interface One {
    Carried carry(Parcel parcel) throws InterruptedException;
  }

  /** What became of each, in the order given. */
  public List<Carried> carry(List<Parcel> parcels, One one) {
    List<Future<Carried>> under =
        parcels.stream().map(parcel -> threads.submit(() -> one.carry(parcel))).toList();
    return under.stream().map(AllAtOnce::result).toList();
  }

  /** Whatever went wrong that nobody foresaw: it may have gone out. */
  private static Carried result(Future<Carried> one) {
    try {
      return one.get();
    } catch (ExecutionException _) {
      return new Carried.Unclear();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return new Carried.Unclear();
    }
  }

  @Override
  public void close() {
    threads.close();
  }
}
