package io.amends.intake.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * For which hotel a mail is: the one that one of its addresses belongs to, else the mailbox's own.
 *
 * @param addresses in the order in which they are tried
 * @param otherwise the mailbox's own; null: it has none
 */
public record Hotels(List<Address> addresses, @Nullable String otherwise) {

  private static final Pattern PROPERTY = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,31}");
  private static final String ANY = "*";

  /**
   * An address of a hotel.
   *
   * @param pattern over a whole address in lower case
   * @param property null: what stands for the star, in capitals
   */
  public record Address(Pattern pattern, @Nullable String property) {

    Optional<String> hotelOf(String address) {
      Matcher matcher = pattern.matcher(address);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      return Optional.of(property == null ? matcher.group(1).toUpperCase(Locale.ROOT) : property)
          .filter(found -> PROPERTY.matcher(found).matches());
    }
  }

  public Hotels {
    addresses = List.copyOf(addresses);
  }

  /**
   * As it is set.
   *
   * @param recipients {@code address=property} each; {@code care+*@chain.example=*} takes what
   *     stands for the star as the property's id
   * @throws IllegalArgumentException if one is not so, or no mail could ever be for a hotel
   */
  public static Hotels of(List<String> recipients, @Nullable String otherwise) {
    if (recipients.isEmpty() && otherwise == null) {
      throw new IllegalArgumentException(
          "property: none, and no recipients (expected: one of them)");
    }
    if (otherwise != null && !PROPERTY.matcher(otherwise).matches()) {
      throw new IllegalArgumentException(
          "property: %s (expected: the id of one)".formatted(otherwise));
    }
    List<Address> addresses = new ArrayList<>();
    for (String each : recipients) {
      addresses.add(address(each));
    }
    return new Hotels(addresses, otherwise);
  }

  private static Address address(String said) {
    int at = said.lastIndexOf('=');
    String address = said.substring(0, Math.max(at, 0)).strip().toLowerCase(Locale.ROOT);
    String property = said.substring(at + 1).strip();
    int star = address.indexOf(ANY);
    boolean starred = property.equals(ANY);
    if (at < 1
        || starred != (star >= 0)
        || star != address.lastIndexOf(ANY)
        || !(starred || PROPERTY.matcher(property).matches())) {
      throw new IllegalArgumentException(
          "recipients: %s (expected: address=property, or care+*@chain.example=*)".formatted(said));
    }
    String[] around = address.split(Pattern.quote(ANY), 2);
    String regex =
        starred
            ? Pattern.quote(around[0]) + "([a-z0-9-]{2,32})" + Pattern.quote(around[1])
            : Pattern.quote(address);
    return new Address(Pattern.compile(regex), starred ? null : property);
  }

  /**
   * The hotel of a mail; empty: nobody can say.
   *
   * @param recipients all of the mail's, in lower case, the surest first
   */
  Optional<String> of(List<String> recipients) {
    return recipients.stream()
        .flatMap(
            recipient -> addresses.stream().flatMap(address -> address.hotelOf(recipient).stream()))
        .findFirst()
        .or(() -> Optional.ofNullable(otherwise));
  }
}
