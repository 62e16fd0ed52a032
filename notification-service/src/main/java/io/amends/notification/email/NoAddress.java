package io.amends.notification.email;

/** There is nowhere to send it. */
public final class NoAddress extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  private NoAddress(String code) {
    super(code + " (expected: an address)", null, false, false);
    this.code = code;
  }

  /** Nowhere, for this reason. */
  public static NoAddress of(String code) {
    return new NoAddress(code);
  }

  String code() {
    return code;
  }
}
