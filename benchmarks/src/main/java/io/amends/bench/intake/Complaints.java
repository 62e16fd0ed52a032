package io.amends.bench.intake;

import io.amends.kit.clock.HotelClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Complaints as guests write them by e-mail: nobody has sorted them, and nobody has said who it is
 * but by an address. Many guests complain more than once.
 */
final class Complaints {

  /** How many hotels the chain has. */
  static final int HOTELS = 10;

  private static final int GUESTS = 20_000;

  private static final List<String> WORDS =
      List.of(
          "The air conditioning in our room was broken all night and nobody came to repair it.",
          "We waited two hours for the room although it was promised for three o'clock.",
          "There was no hot water in the shower this morning, and the front desk did not care.",
          "The bathroom was dirty, there was hair in the bathtub and the towels were wet.",
          "I was charged twice for the minibar and the bill still has not been corrected.",
          "The people next door had a party until four and reception said they could do nothing.",
          "空调整晚都不制冷，打了三次电话也没有人来修。",
          "房间里有很重的霉味，床单上还有头发，非常不卫生。",
          "办理入住等了一个多小时，前台态度很差。",
          "隔壁装修从早上七点开始，吵得根本没法休息。",
          "早餐的菜是冷的，而且没有给孩子准备任何东西。",
          "说好了延迟退房，结果十二点就来敲门赶人。");

  private final String at = HotelClock.system().instant().minus(Duration.ofHours(1)).toString();

  /** The body of one of them, as JSON. */
  byte[] body(long number) {
    return ("{\"propertyId\":\""
            + hotel(number)
            + "\",\"channel\":\"EMAIL\",\"occurredAt\":\""
            + at
            + "\",\"narrative\":\""
            + WORDS.get((int) (number % WORDS.size()))
            + "\",\"contact\":{\"name\":\"A. Guest\",\"email\":\"guest"
            + number * 7_919 % GUESTS
            + "@post.example\"}}")
        .getBytes(StandardCharsets.UTF_8);
  }

  static String hotel(long number) {
    return "BENCH-" + number % HOTELS;
  }
}
