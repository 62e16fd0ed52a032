package io.amends.local.stack;

import io.amends.local.installation.Folders;
import io.amends.local.installation.Installation;
import io.amends.local.program.Ports;
import io.amends.local.program.Program;
import io.amends.local.program.QuickStarts;
import io.amends.local.program.Start;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A start for the sake of the next ones: everything is started once on an empty data folder, and
 * the JVMs record what they loaded and compiled.
 */
public final class Rehearsal {

  /** A JVM writes its recording when it ends, all of them at the same time. */
  private static final Duration WHILE_THEY_WRITE = Duration.ofMinutes(2);

  private final Installation installation;
  private final QuickStarts starts;
  private final Consumer<String> told;
  private final Set<Program> recording = ConcurrentHashMap.newKeySet();

  /** A rehearsal that tells a person what it does. */
  public Rehearsal(Installation installation, Consumer<String> told) {
    this.installation = installation;
    this.starts = new QuickStarts(installation);
    this.told = told;
  }

  /** Records the programs that have no recording yet; if it fails, they start slowly. */
  public void recordWhatIsNew() {
    Path data = temporaryFolder();
    try {
      StackBuilder plan =
          Stack.of(installation, data)
              .ports(Ports.free())
              .starts(this::start)
              .patience(WHILE_THEY_WRITE)
              .leaveTheDead();
      List<Program> programs = new Assembly(plan).programs();
      List<String> lacking =
          programs.stream().filter(each -> !starts.isRecorded(each)).map(Program::name).toList();
      if (!lacking.isEmpty()) {
        record(plan, lacking);
      }
    } catch (StackFailure failure) {
      told.accept("Starts stay slow, since the recorded one failed: " + failure.getMessage());
    } finally {
      Folders.delete(data);
    }
  }

  private void record(StackBuilder plan, List<String> lacking) {
    told.accept("Recording a start, once after a build: " + String.join(", ", lacking));
    long begin = System.nanoTime();
    plan.start().close();
    recording.forEach(starts::keep);
    told.accept(
        "  recorded in %d s".formatted(Duration.ofNanos(System.nanoTime() - begin).toSeconds()));
  }

  private Start start(Program program) {
    if (starts.isRecorded(program)) {
      return starts.of(program);
    }
    recording.add(program);
    return starts.recorded(program);
  }

  private static Path temporaryFolder() {
    try {
      return Files.createTempDirectory("amends-rehearsal");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
