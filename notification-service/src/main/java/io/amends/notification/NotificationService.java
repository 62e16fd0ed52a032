package io.amends.notification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** What guests and staff are told. */
@SpringBootApplication
public class NotificationService {

  public static void main(String[] arguments) {
    SpringApplication.run(NotificationService.class, arguments);
  }
}
