package io.amends.local.identity.mail;

import io.amends.local.identity.LocalSettings;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The mail catcher and what it catches into. */
@Configuration(proxyBeanMethods = false)
class MailConfiguration {

  /** Real time: a mail comes in when it does, whatever the hour is at the hotel. */
  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }

  @Bean
  Mailbag mailbag(InstantSource clock) {
    return new Mailbag(clock);
  }

  @Bean
  MailCatcher mailCatcher(LocalSettings settings, Mailbag bag) {
    return new MailCatcher(settings.smtpPort(), settings.imapPort(), bag);
  }
}
