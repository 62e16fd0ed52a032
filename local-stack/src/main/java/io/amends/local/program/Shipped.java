package io.amends.local.program;

import io.amends.local.installation.Installation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The programs that make up Amends on one machine. */
public final class Shipped {

  /** Its module, its port's name and its name are one word. */
  private record Service(String name, int heapMegabytes, List<String> flags) {}

  /** They wait more than they compute: compiling them once, and quickly, is enough. */
  private static final List<String> QUICK_COMPILER = List.of("-XX:TieredStopAtLevel=1");

  private static final List<Service> SERVICES =
      List.of(
          new Service(Ports.INTAKE, 160, List.of()),
          new Service(Ports.ORCHESTRATOR, 192, List.of()),
          new Service(Ports.SCORER, 160, List.of()),
          new Service(Ports.NOTIFICATION, 160, QUICK_COMPILER),
          new Service(Ports.DESK, 160, QUICK_COMPILER));

  private Shipped() {}

  /** The services whose jars are built. */
  public static List<Program> services(Installation installation) {
    List<Program> built = new ArrayList<>();
    for (Service service : SERVICES) {
      Optional<Path> jar = installation.serviceJar(service.name());
      jar.ifPresent(
          file ->
              built.add(
                  Program.service(service.name(), new Code.BootJar(file), service.heapMegabytes())
                      .with(service.flags())));
    }
    return built;
  }

  /** The services that have no jar yet. */
  public static List<String> missing(Installation installation) {
    return SERVICES.stream()
        .map(Service::name)
        .filter(name -> installation.serviceJar(name).isEmpty())
        .toList();
  }

  /**
   * The OpenID provider and mail catcher.
   *
   * @throws IllegalStateException if it is not built
   */
  public static Program identity(Installation installation) {
    Path jar =
        installation
            .serviceJar("local-stack/identity")
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "Expected the jar of local-stack/identity, but there is none: build it with"
                            + " ./mvnw package"));
    return new Program(
        Ports.IDENTITY,
        new Code.BootJar(jar),
        List.of(Ports.IDENTITY, Ports.SMTP, Ports.IMAP),
        192,
        QUICK_COMPILER,
        Map.of(),
        Program.Readiness.HTTP);
  }

  /** Kafka's broker, with its settings in that file and its log in that folder. */
  public static Program broker(Installation installation, Path settings, Path log) {
    List<Path> jars = new ArrayList<>(installation.brokerClassPath());
    return new Program(
        Ports.BROKER,
        new Code.MainClass(
            jars, "io.amends.local.child.Broker", List.of(settings.toString(), log.toString())),
        List.of(Ports.BROKER, Ports.CONTROLLER),
        320,
        List.of(
            "-Dorg.slf4j.simpleLogger.showDateTime=true",
            "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX"),
        Map.of(),
        Program.Readiness.KAFKA);
  }
}
