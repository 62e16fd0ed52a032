package io.amends.notification.channel;

import io.amends.notification.stream.Out;
import java.util.List;

/** The last look before the call, at the guest's own partition, wherever that is. */
public interface Clearances {

  /** What it found. */
  sealed interface Clearance {

    /** It may go, there. */
    record Cleared(Carrier.Address to) implements Clearance {}

    /** The gate must decide again. */
    record Back(String reason) implements Clearance {}

    /** There is no address. */
    record Nowhere(String reason) implements Clearance {}

    /** The ledger knows that it went, or never heard of it: it is not sent. */
    record Stale() implements Clearance {}
  }

  /**
   * Looks at each, and answers in the same order.
   *
   * @throws NotNow if the partition of one of them is moving between instances
   */
  List<Clearance> ask(List<Out.Order> orders);

  /** Nobody can say now: to be asked again soon. */
  final class NotNow extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NotNow(Throwable cause) {
      super("clearance: not to be had (expected: an owner of the guest)", cause);
    }
  }
}
