package io.amends.bench.deadlines;

import io.amends.bench.alarms.AlarmService;
import io.amends.bench.alarms.Kind;
import io.amends.bench.stack.TemporaryStack;
import io.amends.local.installation.Folders;
import io.amends.local.installation.Installation;
import io.amends.local.program.Code;
import io.amends.local.program.Ports;
import io.amends.local.program.Program;
import io.amends.local.stack.Stack;
import io.amends.local.stack.StackBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;

/** A broker and both services, each a process of its own with the heap a service has. */
final class AlarmStack implements AutoCloseable {

  /** As the largest service of the stack has it. */
  private static final int HEAP_MEGABYTES = 192;

  private final TemporaryStack temporary;
  private final Stack stack;
  private final Map<Kind, Long> bytesWhenStopped = new EnumMap<>(Kind.class);

  /** Starts all of it; what was started is stopped if something does not start. */
  AlarmStack(Installation installation) {
    temporary = TemporaryStack.of(installation, AlarmStack::planned);
    stack = temporary.stack();
    try {
      stack.start(Ports.BROKER);
      Arrays.stream(Kind.values()).parallel().forEach(this::start);
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
  }

  private static StackBuilder planned(StackBuilder plan) {
    Ports ports = Ports.free();
    for (Kind kind : Kind.values()) {
      ports = ports.withFree(kind.serviceName());
    }
    return plan.ports(ports)
        .services(Arrays.stream(Kind.values()).map(AlarmStack::program).toList())
        .topics(AlarmStack::topics)
        .asShipped()
        .leaveTheDead();
  }

  private static Program program(Kind kind) {
    List<Path> ownJars =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .map(Path::toAbsolutePath)
            .toList();
    return Program.service(
        kind.serviceName(),
        new Code.MainClass(ownJars, AlarmService.class.getName(), List.of(kind.name())),
        HEAP_MEGABYTES);
  }

  private static List<NewTopic> topics() {
    return Arrays.stream(Kind.values())
        .flatMap(kind -> Stream.of(kind.asked(), kind.deadLetters(), kind.told()))
        .map(
            name ->
                new NewTopic(name, AlarmService.PARTITIONS, (short) 1)
                    .configs(Map.of("message.timestamp.type", "LogAppendTime")))
        .toList();
  }

  String bootstrap() {
    return stack.ports().bootstrapServers();
  }

  void start(Kind kind) {
    stack.start(kind.serviceName());
  }

  void stop(Kind kind) {
    stack.stop(kind.serviceName());
    bytesWhenStopped.put(kind, bytesOnDisk(kind));
  }

  void kill(Kind kind) {
    stack.kill(kind.serviceName());
  }

  /** Takes a stopped service all it has on its own disk. */
  void forget(Kind kind) {
    Folders.delete(stack.data().stateOf(kind.serviceName()));
  }

  /** Processor time that a service has used since it was started. */
  Duration processorTime(Kind kind) {
    return ProcessHandle.of(stack.pid(kind.serviceName()))
        .flatMap(process -> process.info().totalCpuDuration())
        .orElse(Duration.ZERO);
  }

  /** How many alarms a service has, counted one by one. */
  long open(Kind kind) {
    URI open = URI.create(stack.ports().url(kind.serviceName()) + "/open");
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request = HttpRequest.newBuilder(open).build();
      return Long.parseLong(client.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while counting", interrupted);
    }
  }

  /** What the index of a service took on the disk when it was last stopped in order. */
  long bytesWhenStopped(Kind kind) {
    return bytesWhenStopped.getOrDefault(kind, 0L);
  }

  private long bytesOnDisk(Kind kind) {
    try (Stream<Path> files = Files.walk(stack.data().stateOf(kind.serviceName()))) {
      return files
          .filter(file -> file.toString().contains(Kind.STORE))
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
