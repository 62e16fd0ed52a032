package io.amends.bench.stack;

import io.amends.local.installation.Folders;
import io.amends.local.installation.Installation;
import io.amends.local.stack.Stack;
import io.amends.local.stack.StackBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/**
 * A stack in a folder of its own. Both are gone when it is closed, or when the bench is ended by
 * Ctrl-C or SIGTERM.
 */
public final class TemporaryStack implements AutoCloseable {

  private final Stack stack;
  private final Path folder;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Thread hook = new Thread(this::end, "stop");

  private TemporaryStack(Stack stack, Path folder) {
    this.stack = stack;
    this.folder = folder;
  }

  /** A stack that is not started yet. */
  public static TemporaryStack of(Installation installation, UnaryOperator<StackBuilder> plan) {
    Path folder = folder();
    TemporaryStack made =
        new TemporaryStack(plan.apply(Stack.of(installation, folder)).build(), folder);
    Runtime.getRuntime().addShutdownHook(made.hook);
    return made;
  }

  public Stack stack() {
    return stack;
  }

  @Override
  public void close() {
    try {
      boolean _ = Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException _) {
      // the process ends already, and the hook does it
    }
    end();
  }

  private void end() {
    if (!closed.getAndSet(true)) {
      stack.close();
      Folders.delete(folder);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("amends-bench");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
