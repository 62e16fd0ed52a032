package io.amends.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** How a page looks: on a telephone and a screen, light and dark, and to who can't see it. */
final class Looks {

  static final int PHONE = 360;
  static final int SCREEN = 1280;

  private static final Path PICTURES = Path.of("target", "screenshots");

  private Looks() {}

  /** Takes its pictures; tells what is wrong with it. */
  static List<String> of(Desk desk, String language, String name, String path) {
    Browser browser = desk.browser();
    List<String> wrong = new ArrayList<>();
    for (int width : List.of(PHONE, SCREEN)) {
      for (boolean dark : language.equals("en") ? List.of(false, true) : List.of(false)) {
        browser.look(width, dark);
        desk.open(path);
        String which = "%s-%s-%d-%s".formatted(name, language, width, dark ? "dark" : "light");
        if (browser.isWiderThan(width)) {
          wrong.add(which + ": wider than its window");
        }
        String direction = browser.run("return document.documentElement.dir").asString();
        if (!direction.equals(language.equals("ar") ? "rtl" : "ltr")) {
          wrong.add(which + ": runs " + direction);
        }
        accessibility(browser).forEach(each -> wrong.add(which + ": " + each));
        browser.picture(PICTURES.resolve(which + ".png"));
      }
    }
    return wrong;
  }

  private static List<String> accessibility(Browser browser) {
    browser.run(axe());
    JsonNode result =
        browser.run(
            "return axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa']}).then(found =>"
                + " found.violations.map(each => each.id + ' ' + each.nodes[0].html))");
    List<String> violations = new ArrayList<>();
    result.forEach(each -> violations.add(each.asString()));
    return violations;
  }

  private static String axe() {
    try (var script = Looks.class.getResourceAsStream("/axe.min.js")) {
      return new String(
          Objects.requireNonNull(script, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
