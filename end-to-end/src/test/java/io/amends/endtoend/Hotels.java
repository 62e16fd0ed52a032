package io.amends.endtoend;

import java.util.List;
import java.util.Map;

/** Reference data of the tests: a hotel in Singapore, its people and its guests. */
final class Hotels {

  static final String SINGAPORE = "SIN-MARINA";

  /** Nobody works here whom an alert would reach: what happens here disturbs no other test. */
  static final String RIVER = "SIN-RIVER";

  /** Of the test of who may see what: nobody works here either. */
  static final String MATRIX = "SIN-MATRIX";

  static final String MATRIX_NAME = "Amends Matrix Singapore";

  private Hotels() {}

  static Map<String, Object> matrix() {
    return Map.of("properties", List.of(property(MATRIX, MATRIX_NAME)));
  }

  static Map<String, Object> river() {
    return Map.of("properties", List.of(property(RIVER, "Amends River Singapore")));
  }

  private static Map<String, Object> property(String id, String name) {
    return Map.of(
        "propertyId", id,
        "name", name,
        "brand", "CITY",
        "region", "APAC",
        "zone", "Asia/Singapore",
        "dateRoll", "03:00",
        "locale", "en-SG",
        "currency", "SGD",
        "referenceNight", 320,
        "mode", "LIVE");
  }

  static Map<String, Object> reference() {
    return Map.of(
        "properties",
        List.of(property(SINGAPORE, "Amends Marina Singapore")),
        "rosters",
        List.of(
            Map.of(
                "propertyId",
                SINGAPORE,
                "people",
                List.of(
                    person("ana", "Ana Tan", "FRONT_LINE"),
                    person("mia", "Mia Chen", "SUPERVISOR"),
                    person("tom", "Tom Lim", "DUTY_MANAGER"),
                    person("gina", "Gina Goh", "GENERAL_MANAGER"),
                    person("rex", "Rex Ong", "REGION")),
                "shifts",
                List.of())),
        "guests",
        List.of(
            Map.of(
                "guestId", "G-301",
                "name", "Li Wei",
                "email", "li.wei@example.com",
                "locale", "zh-CN")));
  }

  private static Map<String, Object> person(String id, String name, String role) {
    return Map.of("staffId", id, "name", name, "role", role, "email", id + "@marina.example");
  }
}
