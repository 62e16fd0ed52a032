package io.amends.local.identity;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Who people are on the local stack, and where the mails it sends are caught. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IdentityApplication {

  public static void main(String[] arguments) {
    // Unnamed, it is looked for in every jar of the class path, several times per mail.
    System.setProperty(
        "jakarta.mail.util.StreamProvider", "org.eclipse.angus.mail.util.MailStreamProvider");
    SpringApplication.run(IdentityApplication.class, arguments);
  }
}
