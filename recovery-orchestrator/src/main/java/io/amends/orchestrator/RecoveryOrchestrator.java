package io.amends.orchestrator;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The service that keeps the promises and their clocks. */
@SpringBootApplication
public class RecoveryOrchestrator {

  public static void main(String[] arguments) {
    SpringApplication.run(RecoveryOrchestrator.class, arguments);
  }
}
