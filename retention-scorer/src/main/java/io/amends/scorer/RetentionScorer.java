package io.amends.scorer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that estimates, and explains, the risk that a guest switches. */
@SpringBootApplication
public class RetentionScorer {

  public static void main(String[] arguments) {
    SpringApplication.run(RetentionScorer.class, arguments);
  }
}
