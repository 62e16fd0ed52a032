package io.amends.local.program;

import io.amends.local.installation.Fingerprint;
import io.amends.local.installation.Installation;
import io.amends.local.program.Code.BootJar;
import io.amends.local.program.Code.MainClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What makes starts quick: per program its jar unpacked, and beside it the classes and profiles of
 * a start, which the JVM records when a recorded start ends (its ahead-of-time cache).
 *
 * <p>A folder belongs to one content of the program's jars, one JVM and its flags; when any of them
 * changes, another takes its place.
 */
public final class QuickStarts {

  /** The JVM tells what it does without; those would be the first lines of every log. */
  private static final String SILENT = "-Xlog:aot*=off";

  private final Installation installation;

  public QuickStarts(Installation installation) {
    this.installation = installation;
  }

  /** The quickest start there is for this program now. */
  public Start of(Program program) {
    if (!isCacheable(program)) {
      return Start.asShipped(program, installation.childJar());
    }
    Path folder = folder(program);
    Path cache = cache(folder);
    return Files.exists(cache)
        ? unpacked(program, folder, List.of("-XX:AOTCache=" + cache, SILENT))
        : Start.asShipped(program, installation.childJar());
  }

  public boolean isRecorded(Program program) {
    return Files.exists(cache(folder(program)));
  }

  /** A start that is recorded when its process ends; {@link #keep} makes it count. */
  public Start recorded(Program program) {
    Path folder = folder(program);
    new Unpacking(installation.root()).unpack(program, installation.childJar(), folder);
    return unpacked(program, folder, List.of("-XX:AOTCacheOutput=" + draft(folder), SILENT));
  }

  /** Makes what was recorded count, and drops what was recorded of other versions. */
  public void keep(Program program) {
    Path folder = folder(program);
    try {
      if (Files.exists(draft(folder))) {
        Files.move(draft(folder), cache(folder), StandardCopyOption.ATOMIC_MOVE);
      }
      Unpacking.deleteOthers(installation.startCaches(), program.name(), folder);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Start unpacked(Program program, Path folder, List<String> flags) {
    Path child = folder.resolve("child.jar");
    return switch (program.code()) {
      case BootJar(var jar) -> {
        Path unpacked = folder.resolve("app").resolve(jar.getFileName());
        String main = Unpacking.mainClass(unpacked);
        yield new Start(List.of(child, unpacked), main, List.of(), flags);
      }
      case MainClass(var jars, var name, var arguments) ->
          new Start(
              Stream.concat(Stream.of(child), jars.stream()).toList(), name, arguments, flags);
    };
  }

  /** The JVM records no classes that lie in folders. */
  private static boolean isCacheable(Program program) {
    return program.code().jars().stream().allMatch(Files::isRegularFile);
  }

  private Path folder(Program program) {
    List<Path> jars = new ArrayList<>(program.code().jars());
    jars.add(installation.childJar());
    List<String> words = new ArrayList<>(Start.flagsOf(program));
    words.add(System.getProperty("java.vm.version"));
    return installation.startCaches().resolve(program.name() + "-" + Fingerprint.of(jars, words));
  }

  private static Path cache(Path folder) {
    return folder.resolve("start.aot");
  }

  private static Path draft(Path folder) {
    return folder.resolve("start.aot.new");
  }
}
