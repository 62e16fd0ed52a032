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
    temporary =
        TemporaryStack.of(
            installation,
            plan ->
                plan.ports(Ports.free().withFree(bare.name()))
                    .services(programs(installation, service, bare))
                    .topics(() -> topics(bare))
                    .leaveTheDead());
  }

  private static List<Program> programs(Installation installation, String service, Bare bare) {
    Program shipped =
        Shipped.services(installation).stream()
            .filter(program -> program.name().equals(service))
            .findFirst()
            .orElseThrow();
    List<Path> ownJars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .map(Path::toAbsolutePath)
            .toList();
    Code code = new Code.MainClass(ownJars, bare.main().getName(), List.of());
    return List.of(
        Program.service(service, shipped.code(), HEAP_MEGABYTES)
            .with("AMENDS_STREAMS_THREADS", THREADS),
        Program.service(bare.name(), code, HEAP_MEGABYTES).with("AMENDS_STREAMS_THREADS", THREADS));
  }

  private static List<NewTopic> topics(Bare bare) {
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
    try (Stream<Path> files = Files.walk(stack().data().stateOf(service))) {
      return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    temporary.close();
  }
}
