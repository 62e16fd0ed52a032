package io.amends.desk.today;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of the open cases is shown, as it stands in the page's address.
 *
 * @param property one of the reader's, or absent: all of them
 * @param all whether more than the first rows are shown
 */
public record Filter(
    @Nullable String property,
    @Nullable String severity,
    @Nullable String department,
    @Nullable Show show,
    @Nullable Boolean all) {

  /** Which of them. */
  public enum Show {
    EVERYTHING,
    /** Those that the reader has. */
    MINE,
    /** Those that nobody has. */
    NOBODYS,
    /** Those in which a promise is broken and still owed. */
    LATE,
    /** Those whose guest leaves today. */
    LEAVING;

    /** As an address has it. */
    static Show named(@Nullable String name) {
      return Arrays.stream(values())
          .filter(each -> each.name().equalsIgnoreCase(name == null ? "" : name))
          .findFirst()
          .orElse(EVERYTHING);
    }
  }

  Show which() {
    return Optional.ofNullable(show).orElse(Show.EVERYTHING);
  }

  boolean everyRow() {
    return Boolean.TRUE.equals(all);
  }

  /** The address of the same page that shows something else. */
  String address(Show other) {
    return address(other, everyRow());
  }

  String address(Show other, boolean everyRow) {
    Map<String, @Nullable String> parts = new LinkedHashMap<>();
    parts.put("property", property);
    parts.put("severity", severity);
    parts.put("department", department);
    parts.put("show", other == Show.EVERYTHING ? null : other.name());
    parts.put("all", everyRow ? "true" : null);
    UriComponentsBuilder address = UriComponentsBuilder.fromPath("/today");
    parts.forEach(
        (name, value) -> {
          if (value != null && !value.isEmpty()) {
            address.queryParam(name, value);
          }
        });
    return address.encode().toUriString();
  }
}
