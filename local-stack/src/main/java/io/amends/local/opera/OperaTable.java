package io.amends.local.opera;

import io.amends.kit.documents.Document;
import io.amends.kit.events.Json;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a chain's OPERA codes mean: they are free text there, so that only the chain knows.
 *
 * @param hotels by {@code hotelId}
 * @param elements of business events, by their names there: which field of a request each is
 */
public record OperaTable(Map<String, Hotel> hotels, Map<String, String> elements) {

  /** Stands for a request that is no complaint, such as one for more towels. */
  static final String NO_COMPLAINT = "NO_COMPLAINT";

  public OperaTable {
    hotels = Map.copyOf(hotels);
    elements = Map.copyOf(elements);
  }

  /**
   * One hotel.
   *
   * @param property our id of it
   * @param zone in which its hours are written, IANA
   * @param codes issues of the policy's catalogue by OPERA's code, or {@link #NO_COMPLAINT}
   * @param departments the same by OPERA's department, for what no code says
   * @param priorities severities by OPERA's priority; else 1 is CRITICAL, 2 is MAJOR
   */
  public record Hotel(
      String property,
      String zone,
      Map<String, String> codes,
      Map<String, String> departments,
      Map<String, String> priorities) {

    public Hotel {
      codes = Map.copyOf(codes);
      departments = Map.copyOf(departments);
      priorities = Map.copyOf(priorities);
      try {
        Objects.requireNonNull(ZoneId.of(zone));
      } catch (DateTimeException unknown) {
        throw new IllegalArgumentException(
            "zone: %s (expected: one of the IANA's)".formatted(zone), unknown);
      }
    }

    /** What a request is about; empty: the table does not say. */
    Optional<String> issue(@Nullable String code, @Nullable String department) {
      return Optional.ofNullable(code)
          .map(codes::get)
          .or(() -> Optional.ofNullable(department).map(departments::get));
    }

    String severity(String priority) {
      String usual =
          switch (priority) {
            case "1" -> "CRITICAL";
            case "2" -> "MAJOR";
            default -> "MINOR";
          };
      return priorities.getOrDefault(priority, usual);
    }

    ZoneId in() {
      return ZoneId.of(zone);
    }
  }

  /** As a file has it; absent tables are empty. */
  private record File(Map<String, HotelInFile> hotels, @Nullable Map<String, String> elements) {}

  private record HotelInFile(
      String property,
      String zone,
      @Nullable Map<String, String> codes,
      @Nullable Map<String, String> departments,
      @Nullable Map<String, String> priorities) {

    Hotel hotel() {
      return new Hotel(property, zone, orNone(codes), orNone(departments), orNone(priorities));
    }
  }

  private static Map<String, String> orNone(@Nullable Map<String, String> said) {
    return said == null ? Map.of() : said;
  }

  /** Reads YAML. */
  public static OperaTable read(String yaml) {
    File file = Json.mapper().treeToValue(Document.ofYaml(yaml).root(), File.class);
    Map<String, Hotel> hotels = new TreeMap<>();
    file.hotels().forEach((id, hotel) -> hotels.put(id, hotel.hotel()));
    return new OperaTable(hotels, orNone(file.elements()));
  }
}
