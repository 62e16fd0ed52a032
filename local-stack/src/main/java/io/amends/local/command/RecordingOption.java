package io.amends.local.command;

import io.amends.local.installation.Installation;
import io.amends.local.stack.Rehearsal;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** Whether a start is recorded before the first one after a build. */
public final class RecordingOption {

  @Option(
      names = "--no-recording",
      description = "after a build, start slowly at once rather than record a start first")
  private boolean declined;

  /** Records what is new since the last recording, unless that was declined. */
  public void record(Installation installation, Consumer<String> told) {
    if (!declined) {
      new Rehearsal(installation, told).recordWhatIsNew();
    }
  }
}
