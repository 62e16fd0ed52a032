package io.amends.local.program;

import io.amends.local.program.Code.BootJar;
import io.amends.local.program.Code.MainClass;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way to start a program.
 *
 * @param classPath the tether's jar first
 * @param flags for the JVM, beside those of the program
 * @param recording what is recorded in this run for later starts; null if nothing is
 */
public record Start(
    List<Path> classPath,
    String mainClass,
    List<String> arguments,
    List<String> flags,
    @Nullable Recording recording) {

  private static final String TETHER = "io.amends.local.child.Tether";
  private static final String BOOT_LOADER = "org.springframework.boot.loader.launch.JarLauncher";

  /**
   * The second compiler waits for ten times its usual number of calls. A start is over by then, and
   * what is hot reaches it all the same: a fifth of a start's processor time, 20 MiB per process.
   */
  private static final List<String> SECOND_COMPILER_LATER =
      List.of(
          "-XX:Tier4InvocationThreshold=50000",
          "-XX:Tier4MinInvocationThreshold=6000",
          "-XX:Tier4CompileThreshold=150000",
          "-XX:Tier4BackEdgeThreshold=400000");

  /** The service's parts were found and wired when it was built, not anew at each start. */
  private static final String WIRED_AT_BUILD = "-Dspring.aot.enabled=true";

  public Start {
    classPath = List.copyOf(classPath);
    arguments = List.copyOf(arguments);
    flags = List.copyOf(flags);
  }

  /** From its jars as they were shipped. */
  public static Start asShipped(Program program, Path childJar) {
    List<Path> classPath =
        Stream.concat(Stream.of(childJar), program.code().jars().stream()).toList();
    return switch (program.code()) {
      case BootJar _ -> new Start(classPath, BOOT_LOADER, List.of(), List.of(), null);
      case MainClass(_, var name, var arguments) ->
          new Start(classPath, name, arguments, List.of(), null);
    };
  }

  /**
   * The whole command.
   *
   * @param temporary where it may put temporary files
   * @param crashReport where the JVM reports its own failure
   */
  public List<String> command(Program program, Path temporary, Path crashReport) {
    List<String> command = new ArrayList<>();
    command.add(java());
    command.addAll(flagsOf(program));
    command.addAll(flags);
    command.add("-Djava.io.tmpdir=" + temporary);
    command.add("-XX:ErrorFile=" + crashReport);
    command.add("-cp");
    command.add(
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
    command.add(TETHER);
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }

  /** What decides how the JVM lays out its data, so that an archive of classes is for it alone. */
  static List<String> flagsOf(Program program) {
    List<String> flags = new ArrayList<>();
    flags.add("-Xmx" + program.heapMegabytes() + "m");
    flags.add("-XX:+UseSerialGC"); // two cores and small heaps: the smallest collector
    flags.add("-XX:-UsePerfData"); // its file in /tmp would outlive a killed process
    flags.add("-XX:+ExitOnOutOfMemoryError");
    flags.add("--enable-native-access=ALL-UNNAMED");
    flags.add("--sun-misc-unsafe-memory-access=allow"); // Netty, Kafka's compressors
    flags.addAll(SECOND_COMPILER_LATER);
    if (program.code() instanceof BootJar) {
      flags.add(WIRED_AT_BUILD);
    }
    flags.addAll(program.flags());
    return flags;
  }

  /** The {@code java} that runs this program. */
  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }
}
