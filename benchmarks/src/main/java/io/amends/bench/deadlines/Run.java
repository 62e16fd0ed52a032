package io.amends.bench.deadlines;

import io.amends.bench.alarms.Kind;
import io.amends.bench.deadlines.Restart.Told;
import io.amends.bench.figures.Neighbours;
import java.io.PrintStream;
import java.util.function.Consumer;

/** The parts of one run. */
final class Run {

  private final AlarmStack stack;
  private final Both<Side> sides;
  private final Sizes sizes;
  private final int rounds;
  private final Findings findings;
  private final PrintStream progress;
  private final Neighbours neighbours = new Neighbours();

  Run(
      AlarmStack stack,
      Both<Side> sides,
      Sizes sizes,
      int rounds,
      Findings findings,
      PrintStream progress) {
    this.stack = stack;
    this.sides = sides;
    this.sizes = sizes;
    this.rounds = rounds;
    this.findings = findings;
    this.progress = progress;
  }

  void arm() {
    progress.println("arming %,d that stay open".formatted(sizes.open()));
    Both<Arming> arming = sides.map(Arming::new);
    arming.each(side -> side.warmUp(sizes.openWarmUp()));
    int left = sizes.open() - sizes.openWarmUp();
    for (int round = rounds; round > 0; round--) {
      int share = left / round;
      arming.each(side -> side.measure(share));
      left -= share;
    }
    findings.armed(arming);
  }

  void restart() {
    progress.println("stopping, and starting with what lies on the disk");
    restarted("stopped", stack::stop);
    Both<Double> bytes =
        sides.map(side -> stack.bytesWhenStopped(side.kind()) / (double) sizes.open());
    findings.stored(bytes);
  }

  /** What is quick only after it ran for a while is not measured before. */
  void warmUp() {
    progress.println("warming up");
    Both<Drain> discarded = sides.map(Drain::new);
    discarded.each(side -> side.measure(sizes.atOnceWarmUp(), progress));
  }

  void oneSecond() {
    progress.println("%,d fall due within one second".formatted(sizes.inOneSecond()));
    Both<OneSecond> seconds = sides.map(OneSecond::new);
    for (int round = 0; round < rounds; round++) {
      seconds.each(side -> side.measure(sizes.inOneSecond(), progress));
    }
    findings.fell(seconds.map(OneSecond::lateness));
  }

  void drain() {
    progress.println("%,d fall due at one instant".formatted(sizes.atOnce()));
    Both<Drain> drains = sides.map(Drain::new);
    for (int round = 0; round < rounds; round++) {
      drains.each(side -> side.measure(sizes.atOnce(), progress));
    }
    findings.drained(drains);
  }

  void crash() {
    progress.println("killing, and starting with what lies on the disk");
    restarted("killed", stack::kill);
    progress.println("killing, and starting with an empty disk");
    restarted(
        "killed.emptied",
        kind -> {
          stack.kill(kind);
          stack.forget(kind);
        });
  }

  void count() {
    long now = Fall.now();
    sides.each(side -> side.awaitDone());
    long stillOpen = stack.open(Kind.DEADLINES);
    findings.counted(sides.component().ledger().count(now), sizes.open() - stillOpen);
    findings.neighbours(neighbours.percent());
  }

  private void restarted(String how, Consumer<Kind> down) {
    Both<Told> told = sides.map(side -> new Restart(stack, side, sizes.missed()).measure(down));
    findings.restarted(how, told);
  }
}
