package io.amends.notification.email;

import static io.amends.notification.domain.Evening.CASE;
import static io.amends.notification.domain.Evening.draft;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.amends.contracts.notification.Message.Purpose;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.security.DerivedCodes;
import io.amends.kit.security.SignedLinks;
import io.amends.kit.words.Bundles;
import io.amends.notification.channel.Carrier.Address;
import io.amends.notification.channel.Carrier.Carried;
import io.amends.notification.channel.Carrier.Parcel;
import io.amends.notification.channel.TapLinks;
import io.amends.notification.domain.Draft;
import io.amends.notification.email.Scripted.Answer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.Socket;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.net.SocketFactory;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What becomes of a mail, over real SMTP: taken, put off, refused, or unclear. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PostmanTest {

  private static final String KEY = "k1:" + Base64.getUrlEncoder().encodeToString(new byte[32]);

  private static Postman postman(int port) {
    JavaMailSenderImpl server = new JavaMailSenderImpl();
    server.setHost("127.0.0.1");
    server.setPort(port);
    return postman(server);
  }

  private static Postman postman(JavaMailSenderImpl server) {
    server.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "2000");
    server.getJavaMailProperties().setProperty("mail.smtp.timeout", "2000");
    HotelClock clock = HotelClock.system();
    MessageSource words = Bundles.of("hotel", "letters");
    SignedLinks links = new SignedLinks(KEY, clock);
    Letters letters =
        new Letters(
            words,
            new TapLinks(links, "http://localhost:8085"),
            new GuestLinks("http://localhost:8081", links, clock),
            new DerivedCodes(KEY),
            clock);
    return new Postman(server, 1, letters, "care@amends.example", clock);
  }

  private static Parcel parcel(String id) {
    Draft bare = draft(id, Purpose.FOLLOW_UP, CASE);
    Map<String, String> parameters = new HashMap<>();
    parameters.put("property", "Amends Marina Singapore");
    parameters.put("issue", "ROOM_CLIMATE");
    return new Parcel(
        new Draft(bare.message(), "follow-up", parameters, "zh-CN", bare.zone(), bare.mootBy()),
        new Address("li.wei@example.com", "Li <b>Wei</b>"));
  }

  @Test
  void nothing_of_a_mail_waits_for_what_went_before() throws IOException {
    JavaMailSenderImpl server = new JavaMailSenderImpl();
    try (Postman _ = postman(server)) {
      Object sockets = server.getSession().getProperties().get("mail.smtp.socketFactory");
      assertThat(sockets).isInstanceOf(SocketFactory.class);
      try (Socket socket = ((SocketFactory) Objects.requireNonNull(sockets)).createSocket()) {
        assertThat(socket.getTcpNoDelay()).isTrue();
      }
    }
  }

  private static Carried carry(Postman postman, String id) {
    return postman.carry(List.of(parcel(id))).getFirst();
  }

  @Test
  void a_mail_arrives_in_the_guests_language_with_an_identity_that_stays() throws Exception {
    GreenMail catcher = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    catcher.start();
    try (Postman postman = postman(catcher.getSmtp().getPort())) {
      assertThat(carry(postman, "case-1/7")).isEqualTo(new Carried.Taken("<case-1.7@amends>"));
      MimeMessage mail = catcher.getReceivedMessages()[0];
      assertThat(mail.getMessageID()).isEqualTo("<case-1.7@amends>");
      assertThat(mail.getSubject()).isEqualTo("现在真的好了吗？Amends Marina Singapore");
      assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
      String html = new String(raw(mail), java.nio.charset.StandardCharsets.UTF_8);
      assertThat(html).contains("Content-Language: zh-CN");
    } finally {
      catcher.stop();
    }
  }

  private static byte[] raw(MimeMessage mail) throws Exception {
    var bytes = new java.io.ByteArrayOutputStream();
    mail.writeTo(bytes);
    return bytes.toByteArray();
  }

  @Test
  void a_server_that_is_not_there_is_asked_again_later() {
    int port;
    try (Scripted gone = new Scripted()) {
      port = gone.port();
    }
    try (Postman postman = postman(port)) {
      assertThat(carry(postman, "a")).isEqualTo(new Carried.Later("MAIL_SERVER_UNREACHABLE"));
    }
  }

  @Test
  void a_server_that_is_busy_is_asked_again_later_and_one_that_refuses_is_not() {
    try (Scripted server = new Scripted(Answer.BUSY, Answer.REFUSE, Answer.TAKE);
        Postman postman = postman(server.port())) {
      assertThat(carry(postman, "a")).isEqualTo(new Carried.Later("MAIL_SERVER_BUSY_450", true));
      assertThat(carry(postman, "b")).isEqualTo(new Carried.Never("MAIL_SERVER_REFUSED_550"));
      assertThat(carry(postman, "c")).isEqualTo(new Carried.Taken("<c@amends>"));
    }
  }

  @Test
  void a_call_that_breaks_off_after_the_words_were_handed_over_is_unclear() {
    try (Scripted server = new Scripted(Answer.VANISH_AFTER_WORDS);
        Postman postman = postman(server.port())) {
      assertThat(carry(postman, "a")).isEqualTo(new Carried.Unclear());
    }
  }

  @Test
  void a_call_that_breaks_off_before_that_is_put_off() {
    try (Scripted server = new Scripted(Answer.VANISH_BEFORE_WORDS);
        Postman postman = postman(server.port())) {
      assertThat(carry(postman, "a")).isEqualTo(new Carried.Later("MAIL_SERVER_GONE"));
    }
  }

  @Test
  void a_connection_that_died_while_nobody_used_it_is_opened_again() {
    try (Scripted server = new Scripted(Answer.TAKE_AND_HANG_UP, Answer.TAKE);
        Postman postman = postman(server.port())) {
      assertThat(carry(postman, "a")).isEqualTo(new Carried.Taken("<a@amends>"));
      assertThat(carry(postman, "b")).isEqualTo(new Carried.Taken("<b@amends>"));
    }
  }

  @Test
  void a_letter_without_its_words_is_not_sent_blank() {
    try (Scripted server = new Scripted();
        Postman postman = postman(server.port())) {
      Draft bare = parcel("a").draft();
      Draft wordless =
          new Draft(
              bare.message(), "nonsense", Map.of("property", "P"), "en", bare.zone(), List.of());
      Parcel parcel = new Parcel(wordless, new Address("li.wei@example.com", "Li Wei"));
      assertThat(postman.carry(List.of(parcel)))
          .containsExactly(new Carried.Never("WORDS_MISSING"));
    }
  }

  @Test
  void an_address_that_is_none_is_refused_without_a_call() {
    try (Scripted server = new Scripted();
        Postman postman = postman(server.port())) {
      Parcel unfit = new Parcel(parcel("a").draft(), new Address("not an address\r\nBcc: x@y", ""));
      assertThat(postman.carry(List.of(unfit))).containsExactly(new Carried.Never("ADDRESS_UNFIT"));
    }
  }
}
