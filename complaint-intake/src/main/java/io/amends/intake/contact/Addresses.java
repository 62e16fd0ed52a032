package io.amends.intake.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * E-mail addresses and telephone numbers in the one form in which two of them are compared, however
 * people and systems write them.
 */
public final class Addresses {

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  private Addresses() {}

  /**
   * An e-mail address in lower case, its domain in ASCII. What stands before the at sign is left as
   * its provider reads it: no rule about dots or plus signs holds for all of them.
   *
   * @return null if it is no address
   */
  public static @Nullable String email(@Nullable String given) {
    if (given == null) {
      return null;
    }
    String plain = Normalizer.normalize(given, Normalizer.Form.NFKC).strip();
    int at = plain.lastIndexOf('@');
    if (at < 1 || at == plain.length() - 1 || plain.chars().anyMatch(Character::isWhitespace)) {
      return null;
    }
    try {
      String domain = IDN.toASCII(plain.substring(at + 1), IDN.ALLOW_UNASSIGNED);
      return (plain.substring(0, at) + '@' + domain).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException noDomain) {
      return null;
    }
  }

  /**
   * A telephone number by ITU-T E.164, such as {@code +61293744000}.
   *
   * @param country ISO 3166 alpha-2, in which a number without its country's code is dialled; null:
   *     not known, so only a number with one can be read
   * @return null if it is no number, or one with an extension, which many people share
   */
  public static @Nullable String phone(@Nullable String given, @Nullable String country) {
    if (given == null) {
      return null;
    }
    try {
      PhoneNumber number = PHONES.parse(given, country);
      return number.hasExtension() || !PHONES.isValidNumber(number)
          ? null
          : PHONES.format(number, PhoneNumberFormat.E164);
    } catch (NumberParseException noNumber) {
      return null;
    }
  }

  /** The country that a BCP 47 tag names; null if it names none. */
  public static @Nullable String countryOf(@Nullable String locale) {
    String country = locale == null ? "" : Locale.forLanguageTag(locale).getCountry();
    return country.isEmpty() ? null : country;
  }
}
