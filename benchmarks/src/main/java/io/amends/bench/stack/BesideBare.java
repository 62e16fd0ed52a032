package io.amends.bench.stack;

import io.amends.local.installation.Folders;
import io.amends.local.installation.Installation;
import io.amends.local.program.Code;
import io.amends.local.program.Ports;
import io.amends.local.program.Program;
import io.amends.local.program.Shipped;
import io.amends.local.program.ShippedTopics;
import io.amends.local.stack.Stack;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;

/** A broker, one service as it ships with 512 MiB of heap, and a bare one beside it. */
public final class BesideBare implements AutoCloseable {

  private static final int HEAP_MEGABYTES = 512;
  private static final String THREADS = "2";

  /** The JVM's own numbers: the stack asks for later ones, since it is measured by its start. */
  private static final List<String> COMPILED_AS_USUAL =
      List.of(
          "-XX:Tier4InvocationThreshold=5000",
          "-XX:Tier4MinInvocationThreshold=600",
          "-XX:Tier4CompileThreshold=15000",
          "-XX:Tier4BackEdgeThreshold=40000");

  private final TemporaryStack temporary;

  /**
   * A bare service.
   *
   * @param main what runs it
   * @param told the topic to which it forwards
   */
  public record Bare(String name, Class<?> main, String told) {}

  /** Nothing of it runs yet. */
  public BesideBare(Installation installation, String service, Bare bare) {
    this(programs(installation, service, bare), installation, bare);
  }

  private BesideBare(List<Program> programs, Installation installation, Bare bare) {
    temporary =
        TemporaryStack.of(
            installation,
            plan ->
                plan.ports(Ports.free().withFree(bare.name()))
                    .services(programs)
                    .topics(() -> topics(bare))
                    .leaveTheDead());
  }

  /** The same, with JVMs that compile what is hot as soon as they usually do. */
  public static BesideBare compiledAsUsual(Installation installation, String service, Bare bare) {
    return new BesideBare(
        programs(installation, service, bare).stream()
            .map(program -> program.with(COMPILED_AS_USUAL))
            .toList(),
        installation,
        bare);
  }

  private static List<Program> programs(Installation installation, String service, Bare bare) {
    Program shipped =
        Shipped.services(installation).stream()
            .filter(program -> program.name().equals(service))
            .findFirst()
            .orElseThrow();
    return List.of(measured(service, shipped.code()), program(bare));
  }

  /** A service with the heap and the threads with which it is measured. */
  public static Program measured(String name, Code code) {
    return Program.service(name, code, HEAP_MEGABYTES).with("AMENDS_STREAMS_THREADS", THREADS);
  }

  /** A bare service with the same. */
  public static Program program(Bare bare) {
    return measured(
        bare.name(), new Code.MainClass(OwnJars.all(), bare.main().getName(), List.of()));
  }

  /** All topics of the product, and the one to which the bare service forwards. */
  public static List<NewTopic> topics(Bare bare) {
    List<NewTopic> topics = new ArrayList<>(ShippedTopics.all());
    topics.add(
        new NewTopic(bare.told(), ShippedTopics.Kept.ON_ONE_MACHINE.partitions(), (short) 1)
            .configs(Map.of("message.timestamp.type", "LogAppendTime")));
    return topics;
  }

  public Stack stack() {
    return temporary.stack();
  }

  /** Takes a stopped service all it has on its own disk. */
  public void forget(String service) {
    Folders.delete(stack().data().stateOf(service));
  }

  /** What a service has on its own disk. */
  public long bytesOnDisk(String service) {
    return bytesOnDisk(service, "");
  }

  /** What it has there of one store, whose name is part of the path. */
  public long bytesOnDisk(String service, String store) {
    try (Stream<Path> files = Files.walk(stack().data().stateOf(service))) {
      return files
          .filter(path -> path.toString().contains(store))
          .map(Path::toFile)
          .filter(File::isFile)
          .mapToLong(File::length)
          .sum();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    temporary.close();
  }
}
