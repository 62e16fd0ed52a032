package io.amends.intake.contact;

import io.amends.contracts.inbound.Contact;
import io.amends.contracts.personal.GuestContact;
import io.amends.intake.domain.WhoIsIt;
import io.amends.kit.security.KeyedHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Under what a contact lies in the directory: a keyed hash of each address, so that neither topic
 * nor store says whose it is to anybody but the door.
 */
public final class ContactKeys {

  private final KeyedHash hash;
  private final Set<String> shared;

  /**
   * Of one installation.
   *
   * @param shared addresses that are of nobody in particular: whole ({@code desk@hotel.example}) or
   *     all of a domain ({@code @agency.example})
   */
  public ContactKeys(KeyedHash hash, Set<String> shared) {
    this.hash = hash;
    this.shared =
        shared.stream().map(ContactKeys::comparable).collect(Collectors.toUnmodifiableSet());
  }

  private static String comparable(String address) {
    String email = address.startsWith("@") ? Addresses.email("x" + address) : null;
    if (email != null) {
      return email.substring(1);
    }
    String whole = Addresses.email(address);
    String phone = Addresses.phone(address, null);
    if (whole == null && phone == null) {
      throw new IllegalArgumentException(
          "amends.intake.shared-contacts: an entry (expected: an address, @ and a domain, or a"
              + " number that begins with +)");
    }
    return whole == null ? String.valueOf(phone) : whole;
  }

  /**
   * A contact as it is kept: its number by E.164 where it can be read.
   *
   * @param country in which a number without its country's code is dialled
   */
  public static Contact kept(Contact given, @Nullable String country) {
    String phone = Addresses.phone(given.phone(), country);
    return new Contact(given.name(), given.email(), phone == null ? given.phone() : phone);
  }

  /** The keys of a contact that is kept, the surer first; empty if none tells a person. */
  public List<String> of(Contact contact) {
    return of(contact.email(), contact.phone());
  }

  /** The keys of a contact that is kept, the surer first; empty if none tells a person. */
  public List<String> of(GuestContact contact) {
    return of(contact.email(), contact.phone());
  }

  private List<String> of(@Nullable String email, @Nullable String phone) {
    List<String> keys = new ArrayList<>();
    String address = Addresses.email(email);
    if (address != null
        && !shared.contains(address)
        && !shared.contains(address.substring(address.lastIndexOf('@')))) {
      keys.add(WhoIsIt.contactKey(hash.of("email:" + address)));
    }
    String number = Addresses.phone(phone, null);
    if (number != null && !shared.contains(number)) {
      keys.add(WhoIsIt.contactKey(hash.of("phone:" + number)));
    }
    return keys;
  }
}
