package io.amends.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.amends.endtoend.Chain.Answer;
import io.amends.endtoend.Chain.Mail;
import io.amends.local.program.Ports;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Letters are looked at before a guest gets one. */
@ExtendWith(Chain.Started.class)
@DisplayNameGeneration(ReplaceUnderscores.class)
class LettersIT {

  @Test
  void operations_read_a_letter_and_send_it_to_themselves_and_nobody_else_may(Chain chain) {
    String operations = chain.token("OPERATIONS", "ops");
    assertThat(chain.get(Ports.NOTIFICATION, "/letters", operations).json().propertyNames())
        .contains("received", "survey", "morning");
    Answer preview = chain.get(Ports.NOTIFICATION, "/letters/survey?locale=zh-CN", operations);
    assertThat(preview.json().path("text").asString()).contains("/survey/", "公平");
    assertThat(preview.json().path("html").asString()).contains("lang=\"zh-CN\"");

    Answer sent = send(chain, "offer", operations, "me@letters.example");
    assertThat(sent.json().path("result").asString()).as(sent.text()).isEqualTo("SENT");
    Chain.until("it is there", () -> chain.mailsTo("me@letters.example").size() == 1);
    Mail mail = chain.mailsTo("me@letters.example").getFirst();
    assertThat(mail.text()).contains("an upgrade", "Your code, to be shown once: ");

    assertThat(send(chain, "offer", operations, "two@x.example,three@x.example").text())
        .contains("to: two@x.example,three@x.example (expected: one e-mail address)");
    assertThat(send(chain, "nothing", operations, "me@letters.example").status()).isEqualTo(404);
    String clerk = chain.token("FRONT_LINE", "ana", Hotels.RIVER);
    assertThat(send(chain, "offer", clerk, "me@letters.example").status()).isEqualTo(403);
    assertThat(chain.mailsTo("me@letters.example")).hasSize(1);
  }

  private static Answer send(Chain chain, String letter, String token, String to) {
    return chain.post(
        Ports.NOTIFICATION, "/letters/" + letter + "/tests", token, Map.of("to", to), Map.of());
  }
}
