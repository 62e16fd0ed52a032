package io.amends.local.identity.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class MailbagTest {

  private static final Instant NOON = Instant.parse("2027-01-12T12:00:00Z");

  private final Mailbag bag = new Mailbag(InstantSource.fixed(NOON));

  @Test
  void gives_the_newest_first_and_no_more_than_asked_for() {
    caught("a@example.org", "1");
    caught("b@example.org", "2");
    caught("a@example.org", "3");

    assertThat(bag.newest(_ -> true, 2)).extracting(CaughtMail::id).containsExactly(3L, 2L);
    assertThat(bag.newest(mail -> mail.isTo("A@EXAMPLE.ORG"), 10))
        .extracting(CaughtMail::id)
        .containsExactly(3L, 1L);
    assertThat(bag.find(2)).map(CaughtMail::receivedAt).contains(NOON);
    assertThat(bag.find(4)).isEmpty();
  }

  @Test
  void keeps_ten_thousand() {
    for (int i = 0; i <= Mailbag.MOST_MAILS; i++) {
      caught("a@example.org", "x");
    }

    assertThat(bag.newest(_ -> true, Integer.MAX_VALUE)).hasSize(Mailbag.MOST_MAILS);
    assertThat(bag.find(1)).isEmpty();
    assertThat(bag.find(2)).isPresent();
  }

  @Test
  void keeps_fewer_if_they_are_large() {
    String half = "x".repeat((int) (Mailbag.MOST_CHARACTERS / 2));
    caught("a@example.org", half);
    caught("a@example.org", half);
    assertThat(bag.newest(_ -> true, 10)).hasSize(2);

    caught("a@example.org", "x");
    assertThat(bag.newest(_ -> true, 10)).extracting(CaughtMail::id).containsExactly(3L, 2L);
  }

  @Test
  void is_empty_when_it_was_emptied() {
    caught("a@example.org", "x");
    bag.empty();

    assertThat(bag.newest(_ -> true, 10)).isEmpty();
  }

  private void caught(String to, String raw) {
    bag.add("hotel@example.org", to, "subject", "<id>", raw);
  }
}
