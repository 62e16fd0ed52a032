package io.amends.contracts.topics;

/** Who writes topics or reads them. */
public enum Party {
  INTAKE("complaint-intake"),
  ORCHESTRATOR("recovery-orchestrator"),
  SCORER("retention-scorer"),
  NOTIFICATION("notification-service"),
  DESK("recovery-desk"),
  /** A system of the chain or of its suppliers: PMS, CRM, reviews, maintenance, a warehouse. */
  FOREIGN_SYSTEM("foreign-system"),
  /** Whoever keeps the installation running. */
  OPERATIONS("operations");

  private final String word;

  Party(String word) {
    this.word = word;
  }

  /** As documents name it; of a service, its module. */
  public String word() {
    return word;
  }
}
