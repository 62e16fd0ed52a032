package io.amends.intake;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The only door. */
@SpringBootApplication
public class ComplaintIntake {

  public static void main(String[] arguments) {
    SpringApplication.run(ComplaintIntake.class, arguments);
  }
}
