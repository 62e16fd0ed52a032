package io.amends.bench.alarms;

import java.util.HexFormat;

/**
 * The names of alarms: as long as those of a recovery case (guest, case, kind), as scattered, and
 * each tells its number. {@code G-0482913/9f3c…-…-…-…-00000000002a|ACKNOWLEDGE|}, 58 bytes.
 */
public final class AlarmName {

  private static final HexFormat HEX = HexFormat.of();
  private static final int GUEST = "G-0482913/".length();
  private static final int ID = "12345678-1234-8234-9234-123456789abc".length();
  private static final int NUMBER_DIGITS = 12;

  private AlarmName() {}

  public static String of(int number) {
    long random = mixed(number);
    String hex = HEX.toHexDigits(random);
    return new StringBuilder(64)
        .append("G-")
        .append(Long.toString(10_000_000 + Math.floorMod(random, 10_000_000)), 1, 8)
        .append('/')
        .append(hex, 0, 8)
        .append('-')
        .append(hex, 8, 12)
        .append("-8")
        .append(hex, 12, 15)
        .append("-9")
        .append(hex, 13, 16)
        .append('-')
        .append(HEX.toHexDigits(number, NUMBER_DIGITS))
        .append("|ACKNOWLEDGE|")
        .toString();
  }

  /** What arms it: correlation, causation and trace, a line each, as long as a service's. */
  public static String origin(String name) {
    String caseId = name.substring(GUEST, GUEST + ID);
    String trace = caseId.replace("-", "");
    return caseId + '\n' + caseId + "/1\n00-" + trace + '-' + trace.substring(16) + "-01";
  }

  /** The number that a name was made of. */
  public static int number(String name) {
    return HexFormat.fromHexDigits(name, GUEST + ID - 8, GUEST + ID);
  }

  /** SplitMix64's last step: neighbours in number are none in name, and a run is like any other. */
  private static long mixed(long number) {
    long z = number * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
