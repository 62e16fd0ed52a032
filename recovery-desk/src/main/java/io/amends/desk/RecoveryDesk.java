package io.amends.desk;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Where people work. */
@SpringBootApplication
public class RecoveryDesk {

  public static void main(String[] arguments) {
    SpringApplication.run(RecoveryDesk.class, arguments);
  }
}
