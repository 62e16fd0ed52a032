package io.amends.bench.intake;

import io.amends.kit.events.Json;
import io.amends.local.stack.StackFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The hotels that complaints are about, made known as a chain does it. */
final class Hotels {

  private Hotels() {}

  /**
   * Makes them known.
   *
   * @throws StackFailure if the door does not take them
   */
  static void apply(String door, String token) {
    List<Map<String, Object>> hotels = new ArrayList<>();
    for (int i = 0; i < Complaints.HOTELS; i++) {
      Map<String, Object> hotel = new TreeMap<>();
      hotel.put("propertyId", Complaints.hotel(i));
      hotel.put("name", "Hotel " + i);
      hotel.put("brand", "CITY");
      hotel.put("region", "APAC");
      hotel.put("zone", "Asia/Shanghai");
      hotel.put("dateRoll", "04:00");
      hotel.put("locale", "zh-CN");
      hotel.put("currency", "CNY");
      hotel.put("referenceNight", 980);
      hotel.put("mode", "SHADOW");
      hotels.add(hotel);
    }
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(door + "/reference"))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofByteArray(Json.bytes(Map.of("properties", hotels))))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new StackFailure(
            "hotels: answered %d %s".formatted(answer.statusCode(), answer.body()));
      }
    } catch (IOException failure) {
      throw new StackFailure("hotels: no answer", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", interrupted);
    }
  }
}
