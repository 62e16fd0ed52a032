package io.amends.local.stack;

/** The stack cannot do what was asked of it; the message is for the person who asked. */
public final class StackFailure extends RuntimeException {

  private static final long serialVersionUID = 1;

  public StackFailure(String message) {
    super(message);
  }

  public StackFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
