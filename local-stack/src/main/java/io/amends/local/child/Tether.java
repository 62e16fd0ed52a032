package io.amends.local.child;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program for as long as whoever started it lives.
 *
 * <p>The launcher holds the other end of this process's standard input and never writes to it. When
 * the launcher ends, however it ends, the input ends, and the program is shut down as by SIGTERM.
 */
public final class Tether {

  /** Longer than any orderly stop of a service takes (10 s). */
  private static final int PATIENCE_SECONDS = 20;

  private Tether() {}

  /**
   * Runs the class that the first argument names, with the arguments that follow.
   *
   * @throws Exception whatever that program's {@code main} throws
   */
  public static void main(String[] arguments) throws Exception {
    daemon(Tether::stopWithLauncher, "tether");
    Method main = Class.forName(arguments[0]).getMethod("main", String[].class);
    try {
      main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (InvocationTargetException thrown) {
      throw thrown.getCause() instanceof Exception exception ? exception : thrown;
    }
  }

  private static void stopWithLauncher() {
    awaitEndOfInput();
    System.err.println("The launcher is gone: stopping.");
    daemon(Tether::haltIfItHangs, "tether-patience");
    System.exit(143);
  }

  private static void awaitEndOfInput() {
    try {
      while (System.in.read() >= 0) {
        // Nobody writes; whatever comes says that the launcher lives.
      }
    } catch (IOException _) {
      // A broken pipe has ended, too.
    }
  }

  private static void haltIfItHangs() {
    try {
      boolean _ = new CountDownLatch(1).await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      // Nobody interrupts; then there is no reason to wait either.
    }
    Runtime.getRuntime().halt(143);
  }

  private static void daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
