package io.amends.contracts.time;

import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** Asks all tests on machines that are set to different zones and languages. */
@ParameterizedClass(name = "on a machine set to {0}, {1}")
@CsvSource({"UTC, en", "Asia/Shanghai, zh-CN", "America/St_Johns, ar-SA-u-nu-arab"})
abstract class OnAnyMachine {

  @Parameter(0)
  private String zoneOfTheMachine = "";

  @Parameter(1)
  private String localeOfTheMachine = "";

  private final TimeZone zoneBefore = TimeZone.getDefault();
  private final Locale localeBefore = Locale.getDefault();

  @BeforeEach
  void set_the_machine() {
    TimeZone.setDefault(TimeZone.getTimeZone(zoneOfTheMachine));
    Locale.setDefault(Locale.forLanguageTag(localeOfTheMachine));
  }

  @AfterEach
  void set_the_machine_back() {
    TimeZone.setDefault(zoneBefore);
    Locale.setDefault(localeBefore);
  }
}
