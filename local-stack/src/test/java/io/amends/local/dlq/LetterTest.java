package io.amends.local.dlq;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.kit.events.DeadLetter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class LetterTest {

  @Test
  void goes_again_as_the_same_event_with_one_replay_more_and_nothing_of_its_death() {
    ConsumerRecord<byte[], byte[]> dead =
        new ConsumerRecord<>("inbound.complaints.v1.pms.dlq", 1, 7, bytes("key"), bytes("body"));
    RecordHeaders came = new RecordHeaders();
    came.add("ce_id", bytes("sr-1")).add(DeadLetter.REPLAYS, bytes("1"));
    DeadLetter.headers(
            came,
            new DeadLetter.Place("inbound.complaints.v1.pms", 1, 3, 0),
            "door",
            1,
            "/issue: X",
            null)
        .forEach(dead.headers()::add);
    Letter letter = new Letter(dead);

    ProducerRecord<byte[], byte[]> again = letter.again();

    assertThat(letter.name()).isEqualTo("inbound.complaints.v1.pms.dlq/1/7");
    assertThat(letter.reason()).isEqualTo("/issue: X");
    assertThat(again.topic()).isEqualTo("inbound.complaints.v1.pms");
    assertThat(again.key()).isEqualTo(bytes("key"));
    assertThat(again.value()).isEqualTo(bytes("body"));
    assertThat(again.headers())
        .extracting(Header::key, header -> new String(header.value(), StandardCharsets.UTF_8))
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("ce_id", "sr-1"),
            org.assertj.core.groups.Tuple.tuple(DeadLetter.REPLAYS, "2"));
  }

  @Test
  void shows_codes_and_numbers_and_never_what_a_guest_wrote_or_is_called() {
    String shown =
        Masked.of(
            bytes(
                "{\"issue\":\"WIFI\",\"nights\":2,\"narrative\":\"slow!\",\"contact\":{\"name\":\"Li Wei\"},\"flags\":[\"HEALTH\"],\"unknown\":\"x\"}"));

    assertThat(shown)
        .contains("WIFI", "2", "(5 characters)", "(6 characters)", "HEALTH", "(1 characters)")
        .doesNotContain("slow", "Li Wei");
    assertThat(Masked.of(bytes("Li Wei was here"))).isEqualTo("15 bytes that are no JSON");
    assertThat(Masked.of(null)).isEqualTo("a tombstone");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
