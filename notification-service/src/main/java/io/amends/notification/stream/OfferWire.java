package io.amends.notification.stream;

import io.amends.kit.deadlines.Origin;
import io.amends.kit.events.EventHeaders;
import io.amends.kit.events.Json;
import io.amends.kit.events.Keys;
import io.amends.notification.domain.offer.BudgetAsked;
import io.amends.notification.domain.offer.VoucherAnswer;
import io.amends.notification.domain.offer.VoucherAsked;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;

/** What messages, months and vouchers say to each other, as records. */
public final class OfferWire {

  /** That a month has answered, under the guest. */
  static final String BUDGET_ANSWERED = "amends.notification.budget-answered.v1";

  private static final String BUDGET_ASKED = "amends.notification.budget-asked.v1";
  private static final String ISSUE = "amends.notification.issue-voucher.v1";
  private static final String WITHDRAW = "amends.notification.withdraw-voucher.v1";
  private static final String REDEEM = "amends.notification.redeem-voucher.v1";
  private static final String ANSWER = "amends.notification.voucher-answered.v1";

  private OfferWire() {}

  static Record<byte[], byte[]> asked(BudgetAsked asked, Origin origin, Instant at) {
    String id = asked.reservation() + "/" + asked.kind();
    return record(asked.budget(), asked, id, BUDGET_ASKED, origin, at);
  }

  /**
   * What is asked of a month.
   *
   * @throws IllegalArgumentException if the record asks nothing of one
   */
  static BudgetAsked budgetAsked(byte[] body, EventHeaders headers) {
    require(headers, BUDGET_ASKED);
    return Json.read(body, BudgetAsked.class);
  }

  static Record<byte[], byte[]> answered(BudgetAsked.Answered answered, Origin origin, Instant at) {
    String guest = answered.guestId().value();
    String id = guest + '/' + answered.messageId() + "/budget";
    return record(guest, answered, id, BUDGET_ANSWERED, origin, at);
  }

  static Record<byte[], byte[]> asked(String hash, VoucherAsked asked, Origin origin, Instant at) {
    return record(hash, asked, hash + '/' + type(asked), type(asked), origin, at);
  }

  /** As whoever redeems writes it. */
  public static EventHeaders redeeming(String commandId) {
    return new EventHeaders(
        commandId, GateTopology.SOURCE, REDEEM, null, commandId, null, null, false);
  }

  /**
   * What is asked of a voucher.
   *
   * @throws IllegalArgumentException if the record asks nothing of one
   */
  static VoucherAsked voucherAsked(byte[] body, EventHeaders headers) {
    return switch (headers.type()) {
      case ISSUE -> Json.read(body, VoucherAsked.Issue.class);
      case WITHDRAW -> new VoucherAsked.Withdraw();
      case REDEEM -> Json.read(body, VoucherAsked.Redeem.class);
      default ->
          throw new IllegalArgumentException(
              "ce_type: %s (expected: %s, %s or %s)"
                  .formatted(headers.type(), ISSUE, WITHDRAW, REDEEM));
    };
  }

  /**
   * What became of a redemption, as a record of {@code notification.voucher-outcomes.v1} has it.
   */
  public static VoucherAnswer answer(byte[] body) {
    return Json.read(body, VoucherAnswer.class);
  }

  static Record<byte[], byte[]> answered(
      String hash, VoucherAnswer answer, Origin origin, Instant at) {
    return record(hash, answer, answer.commandId() + "/answer", ANSWER, origin, at);
  }

  private static String type(VoucherAsked asked) {
    return switch (asked) {
      case VoucherAsked.Issue _ -> ISSUE;
      case VoucherAsked.Withdraw _ -> WITHDRAW;
      case VoucherAsked.Redeem _ -> REDEEM;
    };
  }

  private static void require(EventHeaders headers, String type) {
    if (!headers.type().equals(type)) {
      throw new IllegalArgumentException(
          "ce_type: %s (expected: %s)".formatted(headers.type(), type));
    }
  }

  private static Record<byte[], byte[]> record(
      String key, Object body, String id, String type, Origin origin, Instant at) {
    EventHeaders headers = EventHeaders.following(origin, id, GateTopology.SOURCE, type, at);
    return new Record<>(Keys.bytes(key), Json.bytes(body), 0, headers.write());
  }
}
