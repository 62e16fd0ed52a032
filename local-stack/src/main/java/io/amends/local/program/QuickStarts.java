package io.amends.local.program;

import io.amends.local.installation.Fingerprint;
import io.amends.local.installation.Installation;
import io.amends.local.program.Code.BootJar;
import io.amends.local.program.Code.MainClass;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Starts programs quickly: from their unpacked jars, with the classes as the JVM archived them at
 * the end of an earlier run. A run for which there is no archive yet is recorded for one.
 *
 * <p>A folder belongs to one content of the program's jars, one JVM and its flags; when any of them
 * changes, another takes its place.
 */
public final class QuickStarts {

  /** The JVM tells what it archives and does without; those would be the first lines of a log. */
  private static final List<String> SILENT = List.of("-Xlog:cds*=off", "-Xlog:aot*=off");

  private final Installation installation;
  private final Unpacking unpacking;

  public QuickStarts(Installation installation) {
    this.installation = installation;
    this.unpacking = new Unpacking(installation);
  }

  /** The quickest start there is for this program now; its jar is unpacked if it was not. */
  public Start of(Program program) {
    if (!isArchivable(program)) {
      return Start.asShipped(program, installation.childJar());
    }
    Path folder = folder(program);
    unpacking.unpack(program, folder);
    Path archive = archive(folder);
    if (Files.exists(archive)) {
      return unpacked(program, folder, "-XX:SharedArchiveFile=" + archive, null);
    }
    Path draft = folder.resolve("draft-%d.jsa".formatted(ProcessHandle.current().pid()));
    return unpacked(
        program, folder, "-XX:ArchiveClassesAtExit=" + draft, new Recording(draft, archive));
  }

  /** Whether earlier runs of everything that was built last were recorded. */
  public boolean areRecorded() {
    return Shipped.services(installation).stream().allMatch(this::isRecorded)
        && isRecorded(Shipped.identity(installation));
  }

  /** Whether an earlier run of this very build was recorded. */
  public boolean isRecorded(Program program) {
    return Files.exists(archive(folder(program)));
  }

  private static Start unpacked(
      Program program, Path folder, String archiveFlag, @Nullable Recording recording) {
    List<String> flags = Stream.concat(Stream.of(archiveFlag), SILENT.stream()).toList();
    Path child = Unpacking.childJar(folder);
    return switch (program.code()) {
      case BootJar(var jar) -> {
        Path unpacked = Unpacking.applicationJar(folder, jar);
        String main = Unpacking.mainClass(unpacked);
        yield new Start(List.of(child, unpacked), main, List.of(), flags, recording);
      }
      case MainClass(var jars, var name, var arguments) ->
          new Start(
              Stream.concat(Stream.of(child), jars.stream()).toList(),
              name,
              arguments,
              flags,
              recording);
    };
  }

  /** The JVM archives no classes that lie in folders. */
  private static boolean isArchivable(Program program) {
    return program.code().jars().stream().allMatch(Fingerprint::isJar);
  }

  private Path folder(Program program) {
    List<Path> jars = new ArrayList<>(program.code().jars());
    jars.add(installation.childJar());
    List<String> words = new ArrayList<>(Start.flagsOf(program));
    words.add(System.getProperty("java.vm.version"));
    return installation.startCaches().resolve(program.name() + "-" + Fingerprint.of(jars, words));
  }

  private static Path archive(Path folder) {
    return folder.resolve("classes.jsa");
  }
}
