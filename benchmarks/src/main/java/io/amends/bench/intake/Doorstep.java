package io.amends.bench.intake;

import io.amends.bench.intake.Order.Way;
import io.amends.local.program.Ports;
import io.amends.local.stack.Stack;
import io.amends.local.stack.StackFailure;
import io.amends.local.token.TokenRequest;
import io.amends.local.token.Tokens;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where loads are put on a stack: each with tokens that have just been issued. */
final class Doorstep {

  /** Ours: none of them alone may ask so much that the door holds it back. */
  private static final int CALLERS = 4;

  /** Ours: enough that none waits for another; more only queue. */
  private static final int AT_ONCE = 64;

  /** Far more than wait at a door that answers within two seconds. */
  private static final int AT_ONCE_PACED = 4_000;

  /** As many as the door has under way at most. */
  private static final int UNDER_WAY = 1_000;

  private static final int WARM_SECONDS_PACED = 5;

  private final Stack stack;
  private final int warmSeconds;
  private int runs;

  /**
   * Puts loads on a stack.
   *
   * @param warmSeconds until what a service does most is compiled
   */
  Doorstep(Stack stack, int warmSeconds) {
    this.stack = stack;
    this.warmSeconds = warmSeconds;
  }

  /** As many complaints as are answered, of so many connections at once. */
  Outcome most(String service, int seconds) {
    return LoadProcess.begin(order(service, AT_ONCE, 0, warmSeconds, seconds, null)).outcome();
  }

  /** So many a second. */
  LoadProcess paced(String service, double perSecond, int seconds, @Nullable Path acknowledged) {
    return LoadProcess.begin(
        order(service, AT_ONCE_PACED, perSecond, WARM_SECONDS_PACED, seconds, acknowledged));
  }

  /** As many as a producer alone gets acknowledged. */
  Outcome producer(int seconds) {
    return LoadProcess.begin(
            new Order(
                Way.PRODUCER,
                stack.ports().bootstrapServers(),
                List.of(),
                "p" + runs++,
                UNDER_WAY,
                0,
                WARM_SECONDS_PACED,
                seconds,
                null))
        .outcome();
  }

  /** Seconds before a paced load counts. */
  static int warmSeconds() {
    return WARM_SECONDS_PACED;
  }

  String door() {
    return stack.ports().url(Ports.INTAKE);
  }

  String token(String caller) {
    try {
      return new Tokens(stack.ports().url(Ports.IDENTITY), stack.data().secrets().commandLine())
          .issue(new TokenRequest(List.of("INTEGRATOR"), List.of("*"), caller));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", interrupted);
    }
  }

  private Order order(
      String service,
      int atOnce,
      double perSecond,
      int warmSeconds,
      int seconds,
      @Nullable Path acknowledged) {
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      tokens.add(token("bench-" + i));
    }
    return new Order(
        Way.HTTP,
        stack.ports().url(service),
        tokens,
        "r" + runs++,
        atOnce,
        perSecond,
        warmSeconds,
        seconds,
        acknowledged == null ? null : acknowledged.toString());
  }
}
