package io.amends.notification.channel;

import io.amends.notification.domain.Draft;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Calls the provider of one way. */
public interface Carrier {

  /** What is to be carried and where; the address is kept no longer than the call takes. */
  record Parcel(Draft draft, Address to) {}

  /** Where a message goes, and how to address the person. */
  record Address(String to, String name) {

    @Override
    public String toString() {
      return "Address[…]";
    }
  }

  /** What the provider made of it. */
  sealed interface Carried {

    /**
     * It took it.
     *
     * @param providerId by which it is found there
     */
    record Taken(String providerId) implements Carried {}

    /**
     * It can't take it now.
     *
     * @param answered whether it said so itself, of this one alone: then it is not down
     * @param retryAfter after which it wants to be asked again; null: it did not say
     */
    record Later(String reason, boolean answered, @Nullable Duration retryAfter)
        implements Carried {

      /** Nothing goes there at present. */
      public Later(String reason) {
        this(reason, false);
      }

      public Later(String reason, boolean answered) {
        this(reason, answered, null);
      }
    }

    /** It will never take it. */
    record Never(String reason) implements Carried {}

    /** The call broke off when it might have taken it already. */
    record Unclear() implements Carried {}
  }

  /** Carries them, and says of each, in the same order, what became of it. Never throws. */
  List<Carried> carry(List<Parcel> parcels);
}
