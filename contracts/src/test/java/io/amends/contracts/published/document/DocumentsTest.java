package io.amends.contracts.published.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.contracts.published.Approved;
import io.amends.contracts.topics.Topics;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The documents about the contract follow from it. */
@Tag("approved")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentsTest {

  @Test
  void the_asyncapi_document_says_what_the_catalogue_says() {
    Approved.hold(Approved.RESOURCES.resolve("asyncapi.yaml"), AsyncApi.document());
  }

  @Test
  void the_event_catalogue_says_what_the_catalogue_and_the_records_say() {
    Approved.hold(Path.of("../docs/event-catalogue.md"), EventCatalogue.page());
  }

  @Test
  void every_topic_has_one_writer_and_somebody_who_reads_it() {
    assertThat(Topics.ours())
        .allSatisfy(topic -> assertThat(topic.writtenBy()).as(topic.name()).hasSize(1))
        .allSatisfy(topic -> assertThat(topic.readBy()).as(topic.name()).isNotEmpty());
  }
}
