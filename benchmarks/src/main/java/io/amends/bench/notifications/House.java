package io.amends.bench.notifications;

import io.amends.bench.stack.BesideBare;
import io.amends.bench.stack.TemporaryStack;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.clock.MovableClock;
import io.amends.local.installation.Folders;
import io.amends.local.installation.Installation;
import io.amends.local.program.Code;
import io.amends.local.program.Ports;
import io.amends.local.program.Program;
import io.amends.local.stack.Stack;
import io.amends.local.stack.StackFailure;
import io.amends.notification.channel.WithoutSendingFirst;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A broker, an identity provider, the service and a mail server of our own: at ten o'clock in the
 * morning of the hotel.
 */
final class House implements AutoCloseable {

  private static final String BOOT_LOADER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";

  private final TemporaryStack temporary;
  private final Catcher catcher;
  private final MovableClock clock;
  private final Instant begin;
  private final List<Path> toDelete;

  private House(Catcher catcher, Installation installation, Program service, List<Path> toDelete) {
    this.toDelete = toDelete;
    this.catcher = catcher;
    Program mailing = service.with("SPRING_MAIL_PORT", Integer.toString(catcher.port()));
    temporary =
        TemporaryStack.of(
            installation,
            plan ->
                plan.ports(Ports.free().withFree(BareGate.NAME))
                    .services(List.of(mailing, BesideBare.program(BareGate.BARE)))
                    .topics(() -> BesideBare.topics(BareGate.BARE))
                    .movableClock()
                    .leaveTheDead());
    try {
      stack().start(Ports.BROKER);
      stack().start(Ports.IDENTITY);
    } catch (RuntimeException failure) {
      close();
      throw failure;
    }
    clock = new MovableClock(stack().data().clock());
    begin = Inputs.begin(HotelClock.system().instant());
    clock.set(begin, 1);
  }

  /** The service as it ships, not started yet. */
  static House asShipped(Installation installation) {
    return new House(
        new Catcher(),
        installation,
        service(new Code.BootJar(jar(installation)), List.of()),
        List.of());
  }

  /** The same without the safeguard that tells after a crash what was under way. */
  static House withoutSendingFirst(Installation installation) {
    Path main = alone(WithoutSendingFirst.class);
    List<String> flags =
        List.of(
            "-Dspring.aot.enabled=true",
            "-Dloader.path=" + main,
            "-Dloader.main=" + WithoutSendingFirst.class.getName());
    Code code = new Code.MainClass(List.of(jar(installation)), BOOT_LOADER, List.of());
    return new House(new Catcher(), installation, service(code, flags), List.of(main));
  }

  private static Program service(Code code, List<String> flags) {
    return BesideBare.measured(Ports.NOTIFICATION, code).with(flags);
  }

  private static Path jar(Installation installation) {
    return installation
        .serviceJar(Ports.NOTIFICATION)
        .orElseThrow(
            () ->
                new StackFailure(
                    "Expected the jar of notification-service: build it with ./mvnw package"));
  }

  /** The one class in a folder of its own: the bench's jar would bring its libraries along. */
  private static Path alone(Class<?> type) {
    String file = type.getName().replace('.', '/') + ".class";
    try (InputStream bytes =
        Objects.requireNonNull(type.getClassLoader().getResourceAsStream(file), file)) {
      Path folder = Files.createTempDirectory("amends-bench-class");
      Path copy = folder.resolve(file);
      Files.createDirectories(Objects.requireNonNull(copy.getParent()));
      Files.copy(bytes, copy);
      return folder;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Stack stack() {
    return temporary.stack();
  }

  String bootstrap() {
    return stack().ports().bootstrapServers();
  }

  Catcher catcher() {
    return catcher;
  }

  /** Hotel time when it was opened. */
  Instant begin() {
    return begin;
  }

  Instant now() {
    return clock.instant();
  }

  /** It is that late now. */
  void at(Instant hotel) {
    clock.set(hotel, 1);
  }

  @Override
  public void close() {
    temporary.close();
    catcher.close();
    toDelete.forEach(Folders::delete);
  }
}
