package io.amends.local.stack;

import io.amends.local.installation.Installation;
import io.amends.local.process.Child;
import io.amends.local.process.HttpProbe;
import io.amends.local.process.LocalPort;
import io.amends.local.program.BrokerSettings;
import io.amends.local.program.Program;
import io.amends.local.program.Program.Readiness;
import io.amends.local.program.Recording;
import io.amends.local.program.Shipped;
import io.amends.local.program.Start;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Makes the members of a stack from its plan. */
final class Assembly {

  private final StackBuilder plan;
  private final Surroundings surroundings;
  private final List<Program> programs;
  private final Map<Program, Recording> recordings = new ConcurrentHashMap<>();

  Assembly(StackBuilder plan) {
    this.plan = plan;
    this.surroundings = plan.surroundings();
    Installation installation = plan.installation();
    Path folder = plan.data().broker();
    Path settings = BrokerSettings.write(folder, plan.ports(), plan.admin());
    Stream<Program> own =
        Stream.of(
            Shipped.broker(installation, settings, BrokerSettings.log(folder)),
            Shipped.identity(installation));
    this.programs = Stream.concat(own, plan.services().stream()).toList();
  }

  List<Program> programs() {
    return programs;
  }

  /**
   * Looks at every port before anything is started.
   *
   * @throws StackFailure if one is taken; it says which, and what wanted it
   */
  void requireFreePorts() {
    for (Program program : programs) {
      for (String name : program.ports()) {
        int port = plan.ports().of(name);
        if (!LocalPort.isFree(port)) {
          throw taken(port, name, program);
        }
      }
    }
  }

  /** By name, in the order in which they are to be started. */
  Map<String, Member> members(Claim claim) {
    Map<String, Member> members = new LinkedHashMap<>();
    for (Program program : programs) {
      members.put(
          program.name(),
          new Member(
              program.name(),
              () -> launched(program, claim),
              readiness(program),
              () -> keepRecording(program),
              plan.startsAgain(),
              plan.listener()));
    }
    return members;
  }

  /** Unpacks what was built anew, all at the same time, so that starting takes no longer. */
  void prepare() {
    programs.parallelStream().forEach(plan::startOf);
  }

  private Child launched(Program program, Claim claim) {
    Start start = plan.startOf(program);
    if (start.recording() != null) {
      recordings.put(program, start.recording());
    }
    Path log = plan.data().logOf(program.name());
    List<String> command =
        start.command(
            program,
            plan.data().temporaryOf(program.name()),
            log.resolveSibling(program.name() + "-crash.log"));
    Child child = Child.start(command, surroundings.of(program), log);
    claim.note(program.name(), child.mark());
    return child;
  }

  private void keepRecording(Program program) {
    Recording recording = recordings.remove(program);
    if (recording != null) {
      recording.keep();
    }
  }

  private BooleanSupplier readiness(Program program) {
    if (program.readiness() == Readiness.KAFKA) {
      return new BrokerReadiness(plan.ports(), plan.topics(), plan.admin(), plan.data().secrets());
    }
    int port = plan.ports().of(program.mainPort());
    URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
    return () -> HttpProbe.answers(readiness);
  }

  private static StackFailure taken(int port, String name, Program program) {
    String who = name.equals(program.name()) ? name : name + " of " + program.name();
    return new StackFailure(
        "port %d is taken (%s): stop what listens there, or start with --port %s=NUMBER"
            .formatted(port, who, name));
  }
}
