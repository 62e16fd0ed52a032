package io.amends.kit.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentTest {

  @Test
  void yaml_means_what_it_would_in_json() {
    Document document =
        Document.ofYaml(
            """
            country: NO
            dateRoll: 04:00
            quoted: "04:00"
            night: 900
            share: 0.50
            cents: 1e-2
            since: 2021-05-01
            room: 0042
            open: true
            none: null
            empty:
            big: 12345678901234567890
            list: [a, -1, {b: c}]
            """);

    assertThat(document.root().toString())
        .isEqualTo(
            """
            {"country":"NO","dateRoll":"04:00","quoted":"04:00","night":900,"share":0.50,\
            "cents":0.01,"since":"2021-05-01","room":"0042","open":true,"none":null,\
            "empty":null,"big":12345678901234567890,"list":["a",-1,{"b":"c"}]}""");
  }

  @Test
  void every_value_has_its_place_and_what_is_absent_has_that_of_what_is_around_it() {
    Document yaml =
        Document.ofYaml(
            "properties:\n  - {propertyId: A,\n     zone: Nowhere/X}\n  - propertyId: B\n");
    Document json =
        Document.ofJson(
            "{\"properties\":\n  [{\"propertyId\": \"A\",\n  \"zone\": \"Nowhere/X\"}]}");

    assertThat(yaml.placeOf("/properties/0/zone")).isEqualTo(new Place(3, 12));
    assertThat(yaml.placeOf("/properties/1/zone")).isEqualTo(new Place(4, 5));
    assertThat(yaml.placeOf("/guests")).isEqualTo(new Place(1, 1));
    assertThat(json.placeOf("/properties/0/zone")).isEqualTo(new Place(3, 11));
    assertThat(json.placeOf("/properties/0/brand")).isEqualTo(new Place(2, 4));
  }

  @Test
  void a_field_that_stands_twice_is_named_with_its_place() {
    assertThatThrownBy(() -> Document.ofYaml("a: 1\nb: 2\na: 3\n"))
        .hasMessage("line 3, column 1: a for the second time (expected: each field once)");
    assertThatThrownBy(() -> Document.ofJson("{\"a\": 1,\n \"a\": 3}"))
        .hasMessageStartingWith("line 2, column ")
        .hasMessageEndingWith(": a field for the second time (expected: each field once)");
  }

  @Test
  void what_is_no_document_says_where() {
    assertThatThrownBy(() -> Document.ofYaml("a: [1, 2\nb: 3\n"))
        .isInstanceOf(Unreadable.class)
        .hasMessageStartingWith("line 2, column 2: expected ',' or ']'");
    assertThatThrownBy(() -> Document.ofJson("{\"a\": }"))
        .hasMessageStartingWith("line 1, column ")
        .hasMessageEndingWith("(expected: JSON)");
    assertThatThrownBy(() -> Document.ofYaml("")).hasMessageContaining("nothing");
    assertThatThrownBy(() -> Document.ofJson("")).hasMessageContaining("nothing");
    assertThatThrownBy(() -> Document.ofJson("{} {}")).hasMessageContaining("one document");
    assertThatThrownBy(() -> Document.ofYaml("a: 1\n---\nb: 2\n")).hasMessageContaining("line 2");
  }

  @Test
  void neither_tags_nor_aliases_of_lists_are_taken() {
    assertThatThrownBy(() -> Document.ofYaml("a: !!java.util.Date 2021-01-01"))
        .hasMessageContaining("line 1, column 4")
        .hasMessageContaining("not allowed");
    assertThatThrownBy(() -> Document.ofYaml("a: !ours 1"))
        .hasMessage("line 1, column 4: a value with a tag (expected: a plain value)");
    assertThatThrownBy(() -> Document.ofYaml("a: &x [1]\nb: *x\n"))
        .hasMessageContaining("no aliases");
    assertThatThrownBy(() -> Document.ofYaml("a: &x [*x]\n")).hasMessageContaining("no aliases");
  }
}
