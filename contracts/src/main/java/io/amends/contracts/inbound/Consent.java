package io.amends.contracts.inbound;

/** What a guest agrees to, for what and by which way. */
public final class Consent {

  private Consent() {}

  /** For what. */
  public enum Purpose {
    SERVICE,
    SURVEY,
    MARKETING,
    PROFILING
  }

  /** By which way. */
  public enum By {
    EMAIL,
    SMS,
    PHONE,
    POST,
    APP
  }

  /** Whether. */
  public enum State {
    GRANTED,
    DENIED,
    REVOKED
  }
}
