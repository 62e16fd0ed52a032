package io.amends.notification.channel;

/**
 * What keeps a message from being sent twice; production has all of it. Only this package can make
 * another one: a bench switches it off to show that its checker then turns red.
 */
public final class Safeguards {

  public static final Safeguards ALL = new Safeguards(true);

  private final boolean sendingFirst;

  /**
   * Some of it.
   *
   * @param sendingFirst whether {@code Sending} is in the log before the call
   */
  Safeguards(boolean sendingFirst) {
    this.sendingFirst = sendingFirst;
  }

  boolean sendingFirst() {
    return sendingFirst;
  }
}
