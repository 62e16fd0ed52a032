package io.amends.architecture;

import static io.amends.architecture.Code.PRODUCTION;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.published.Approved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents point at is there. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PagesTest {

  private static final Path DOCS = Code.ROOT.resolve("docs");

  /** Target of a link into this project, without what stands behind {@code #}. */
  private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)(#[^)]*)?\\)");

  private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern ANCHOR = Pattern.compile("]\\(#([^)]+)\\)");
  private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w*[a-z](?:\\.[A-Z]\\w*)?)`");

  @ParameterizedTest
  @MethodSource("pages")
  void a_link_leads_to_a_file_or_a_heading(Path page) {
    String text = Approved.read(page);

    assertThat(found(LINK, text))
        .as("links of %s", page)
        .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
    assertThat(found(HEADING, text).map(PagesTest::anchor))
        .as("headings of %s", page)
        .containsAll(found(ANCHOR, text).toList());
  }

  static Stream<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(DOCS)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
    }
  }

  @Test
  void each_type_that_the_glossary_names_is_in_the_code() {
    Set<String> types =
        PRODUCTION.stream()
            .map(type -> type.getName().substring(type.getPackageName().length() + 1))
            .flatMap(name -> Stream.of(name.replace('$', '.'), name.replaceAll(".*\\$", "")))
            .collect(toSet());

    assertThat(found(TYPE, Approved.read(DOCS.resolve("glossary.md"))))
        .as("a renamed type takes its row in docs/glossary.md along")
        .hasSizeGreaterThan(50)
        .allSatisfy(type -> assertThat(types).contains(type));
  }

  @Test
  void each_decision_stands_in_the_index_and_has_its_four_parts() throws IOException {
    String index = Approved.read(DOCS.resolve("adr/README.md"));
    try (Stream<Path> decisions = Files.list(DOCS.resolve("adr"))) {
      assertThat(decisions.filter(file -> file.getFileName().toString().matches("\\d{4}-.*")))
          .isNotEmpty()
          .allSatisfy(
              decision -> {
                assertThat(index).contains("](%s)".formatted(decision.getFileName()));
                assertThat(Approved.read(decision))
                    .contains("**Decided.**", "**Why.**", "**Rejected.**", "**Price.**");
              });
    }
  }

  private static Stream<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult each) -> each.group(1));
  }

  /** As GitHub names it. */
  private static String anchor(String heading) {
    return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-');
  }
}
