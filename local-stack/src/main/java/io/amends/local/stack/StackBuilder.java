package io.amends.local.stack;

import io.amends.local.access.Login;
import io.amends.local.installation.DataFolder;
import io.amends.local.installation.Installation;
import io.amends.local.program.Ports;
import io.amends.local.program.Program;
import io.amends.local.program.QuickStarts;
import io.amends.local.program.Shipped;
import io.amends.local.program.ShippedTopics;
import io.amends.local.program.Start;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;

/** Says what a stack is made of, before it is started. */
public final class StackBuilder {

  private final Installation installation;
  private final DataFolder data;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private Ports ports = Ports.standard();
  private List<Program> services;
  private Supplier<List<NewTopic>> topics = ShippedTopics::all;
  private Function<Program, Start> starts;
  private Consumer<StackEvent> listener = _ -> {};
  private boolean movableClock;
  private boolean startsAgain = true;
  private boolean secured;

  StackBuilder(Installation installation, Path dataFolder) {
    this.installation = installation;
    this.data = DataFolder.at(dataFolder);
    this.services = Shipped.services(installation);
    this.starts = new QuickStarts(installation)::of;
  }

  /** Where everything listens; the documented ports if nothing is said. */
  public StackBuilder ports(Ports chosen) {
    ports = chosen;
    return this;
  }

  /** The services beside broker and identity; all that are built if nothing is said. */
  public StackBuilder services(List<Program> chosen) {
    services = List.copyOf(chosen);
    return this;
  }

  /** The topics that must be there before it counts as ready; the catalogue if nothing is said. */
  public StackBuilder topics(Supplier<List<NewTopic>> wanted) {
    topics = wanted;
    return this;
  }

  /** One more variable for every process. */
  public StackBuilder environment(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** All services read the time through the clock file in the data folder. */
  public StackBuilder movableClock() {
    movableClock = true;
    return this;
  }

  /** The broker lets nobody in without an account, and each service does only what is its own. */
  public StackBuilder secured() {
    secured = true;
    return this;
  }

  /** Who is told what happens, from any thread. */
  public StackBuilder listener(Consumer<StackEvent> who) {
    listener = who;
    return this;
  }

  /** A process that dies stays dead, until {@link Stack#start} starts it. */
  public StackBuilder leaveTheDead() {
    startsAgain = false;
    return this;
  }

  /** Every program starts from its jar as it was shipped, and nothing is recorded. */
  public StackBuilder asShipped() {
    starts = program -> Start.asShipped(program, installation.childJar());
    return this;
  }

  /**
   * A stack that is not started yet; it holds its data folder until it is closed.
   *
   * @throws StackFailure if another stack runs on the data folder, or a port is taken
   */
  public Stack build() {
    return Stack.build(this);
  }

  /**
   * Starts everything at the same time and returns when all of it is ready. If something fails,
   * what was started is stopped.
   *
   * @throws StackFailure if another stack runs on the data folder, a port is taken, or a process
   *     does not become ready; the message says which and why
   */
  public Stack start() {
    Stack stack = build();
    stack.start();
    return stack;
  }

  Installation installation() {
    return installation;
  }

  DataFolder data() {
    return data;
  }

  Ports ports() {
    return ports;
  }

  List<Program> services() {
    return services;
  }

  Supplier<List<NewTopic>> topics() {
    return topics;
  }

  Start startOf(Program program) {
    return starts.apply(program);
  }

  Consumer<StackEvent> listener() {
    return listener;
  }

  /** Who keeps the broker in order; null if anybody may. */
  @Nullable Login admin() {
    return secured ? new Login(Login.ADMIN, data.secrets().kafka(Login.ADMIN)) : null;
  }

  boolean startsAgain() {
    return startsAgain;
  }

  Surroundings surroundings() {
    return new Surroundings(data, ports, movableClock, secured, environment);
  }
}
