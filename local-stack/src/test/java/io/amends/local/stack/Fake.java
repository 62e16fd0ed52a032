package io.amends.local.stack;

import io.amends.local.program.Code;
import io.amends.local.program.Program;
import java.nio.file.Path;
import java.util.List;

/** The smallest service there is. */
final class Fake {

  static final String NAME = "fake-service";

  /** Names the milliseconds that it takes to stop; 0 by default. */
  static final String LINGERS = "FAKE_LINGERS";

  private Fake() {}

  static Program service() {
    Path classes = Path.of("target/test-classes").toAbsolutePath();
    return Program.service(
        NAME, new Code.MainClass(List.of(classes), FakeService.class.getName(), List.of()), 32);
  }
}
