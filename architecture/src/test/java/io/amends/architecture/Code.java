package io.amends.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The compiled classes of all modules that are built before this one. */
final class Code {

  static final Path ROOT = Path.of("..");

  /** What ships. */
  static final JavaClasses PRODUCTION = classes("target/classes");

  /** What tests it. */
  static final JavaClasses TESTS = classes("target/test-classes");

  /** Packages of the five services. */
  static final List<String> SERVICES =
      List.of(
          "io.amends.intake..",
          "io.amends.orchestrator..",
          "io.amends.scorer..",
          "io.amends.notification..",
          "io.amends.desk..");

  private Code() {}

  static String[] services() {
    return SERVICES.toArray(String[]::new);
  }

  /** Folders of modules: those that have a {@code pom.xml}. */
  static List<Path> modules() {
    try (Stream<Path> poms = Files.walk(ROOT, 3)) {
      return poms.filter(path -> path.endsWith("pom.xml")).map(Path::getParent).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What Spring writes when it wires a service at build time is nobody's to mend. */
  private static boolean isWritten(Location location) {
    return !location.contains("__");
  }

  private static JavaClasses classes(String folder) {
    return new ClassFileImporter()
        .withImportOption(Code::isWritten)
        .importPaths(
            modules().stream()
                .map(module -> module.resolve(folder))
                .filter(Files::exists)
                .toList());
  }
}
