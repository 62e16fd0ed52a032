package io.amends.local.stack;

import io.amends.local.installation.DataFolder;
import io.amends.local.installation.Installation;
import io.amends.local.process.Child;
import io.amends.local.process.Memory;
import io.amends.local.program.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The whole system on this machine: broker, identity and services, each a process of its own.
 *
 * <p>{@code ./amends up}, the end-to-end tests and the benchmarks all start this one.
 */
public final class Stack implements AutoCloseable {

  /** Services close in 10 s at most, and the first run of a build archives its classes then. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Executor EACH_ITS_THREAD = Thread::startVirtualThread;

  private final StackBuilder plan;
  private final Claim claim;
  private final Map<String, Member> members;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** Starting all and stopping all exclude each other. Taken before any lock of a member. */
  private final Object whole = new Object();

  private Stack(StackBuilder plan, Claim claim, Map<String, Member> members) {
    this.plan = plan;
    this.claim = claim;
    this.members = members;
  }

  /** A stack of this installation that keeps everything in the data folder. */
  public static StackBuilder of(Installation installation, Path dataFolder) {
    return new StackBuilder(installation, dataFolder);
  }

  static Stack build(StackBuilder plan) {
    Assembly assembly = new Assembly(plan);
    Claim claim = Claim.of(plan.data(), plan.ports());
    try {
      assembly.requireFreePorts();
      assembly.prepare();
    } catch (RuntimeException failure) {
      claim.close();
      throw failure;
    }
    return new Stack(plan, claim, assembly.members(claim));
  }

  /**
   * Starts everything at the same time and returns when all of it is ready. If something fails,
   * what was started is stopped.
   *
   * @throws StackFailure if a process does not become ready; the message says which and why
   */
  public void start() {
    try {
      beginAll();
      together(List.copyOf(members.values()), Member::awaitReady);
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  public Ports ports() {
    return plan.ports();
  }

  public DataFolder data() {
    return plan.data();
  }

  /** The names of all programs. */
  public List<String> programs() {
    return List.copyOf(members.keySet());
  }

  /**
   * The number of a program's process.
   *
   * @throws StackFailure if it does not run
   */
  public long pid(String program) {
    return member(program)
        .child()
        .map(Child::pid)
        .orElseThrow(() -> new StackFailure(program + " does not run"));
  }

  /** What each process occupies in memory now. */
  public Map<String, Memory> memory() {
    Map<String, Memory> memory = new TreeMap<>();
    members.keySet().forEach(name -> memory.put(name, memory(name)));
    return memory;
  }

  /** What a program's process occupies in memory now; nothing, if it does not run. */
  public Memory memory(String program) {
    return member(program).child().map(child -> Memory.of(child.pid())).orElse(Memory.NONE);
  }

  /** Ends a process as SIGKILL does; it stays down until {@link #start(String)}. */
  public void kill(String program) {
    member(program).kill();
  }

  /** Stops a process in order; it stays down until {@link #start(String)}. */
  public void stop(String program) {
    member(program).stop(PATIENCE);
  }

  /**
   * Starts a process that is down, and returns when it is ready.
   *
   * @throws StackFailure if it does not become ready
   */
  public void start(String program) {
    synchronized (whole) {
      requireOpen();
      member(program).begin();
    }
    member(program).awaitReady();
  }

  /** Whether it was stopped, or is being stopped. */
  public boolean isClosed() {
    return closed.get();
  }

  /**
   * Stops services, identity and broker, in this order. What was stopped before stays so, and what
   * ends meanwhile (a signal to the whole process group reaches all at once) is not started again.
   * A second call returns when the first has done it.
   */
  @Override
  public void close() {
    closed.set(true);
    synchronized (whole) {
      members.values().forEach(Member::letEnd);
      together(
          members.values().stream().filter(Stack::isService).toList(),
          member -> member.stop(PATIENCE));
      List.of(Ports.IDENTITY, Ports.BROKER).forEach(last -> member(last).stop(PATIENCE));
      claim.close();
    }
  }

  private void beginAll() {
    synchronized (whole) {
      requireOpen();
      members.values().forEach(Member::begin);
    }
  }

  private void requireOpen() {
    if (isClosed()) {
      throw new StackFailure("stopped before it was started");
    }
  }

  private Member member(String program) {
    Member member = members.get(program);
    if (member == null) {
      throw new StackFailure(
          "program: %s (expected: one of %s)".formatted(program, members.keySet()));
    }
    return member;
  }

  private static boolean isService(Member member) {
    return !member.name().equals(Ports.BROKER) && !member.name().equals(Ports.IDENTITY);
  }

  /** Does it to all at the same time. The first that fails is thrown, at once. */
  private static void together(List<Member> members, Consumer<Member> work) {
    CompletableFuture<Void> failed = new CompletableFuture<>();
    CompletableFuture<?>[] all =
        members.stream()
            .map(member -> CompletableFuture.runAsync(() -> work.accept(member), EACH_ITS_THREAD))
            .map(each -> each.whenComplete((_, thrown) -> failFirst(failed, thrown)))
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.anyOf(CompletableFuture.allOf(all), failed).join();
    } catch (CompletionException thrown) {
      throw thrown.getCause() instanceof RuntimeException failure ? failure : thrown;
    }
  }

  private static void failFirst(CompletableFuture<Void> failed, @Nullable Throwable thrown) {
    if (thrown != null) {
      failed.completeExceptionally(thrown);
    }
  }
}
