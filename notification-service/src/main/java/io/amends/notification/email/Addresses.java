package io.amends.notification.email;

import io.amends.contracts.notification.Message;

/** Looks up, at the moment of sending, where a message goes. */
@FunctionalInterface
public interface Addresses {

  /**
   * Where to, and how to address the person.
   *
   * @throws NoAddress if there is nowhere
   */
  To of(Message message);

  /** Kept no longer than the call takes. */
  record To(String email, String name) {

    @Override
    public String toString() {
      return "To[…]";
    }
  }
}
