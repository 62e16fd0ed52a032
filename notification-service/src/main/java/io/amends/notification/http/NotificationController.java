package io.amends.notification.http;

import io.amends.contracts.GuestId;
import io.amends.contracts.notification.Message;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.http.OwnerRouting;
import io.amends.kit.security.AllowedRoles;
import io.amends.kit.security.Caller;
import io.amends.kit.streams.RowsUnder;
import io.amends.notification.domain.LedgerRow;
import io.amends.notification.stream.GateTopology;
import io.amends.notification.stream.Rows;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What was told about a guest, and what was not and why. */
@RestController
@AllowedRoles({
  "FRONT_LINE",
  "SUPERVISOR",
  "DUTY_MANAGER",
  "GENERAL_MANAGER",
  "REGION",
  "HEAD_OFFICE",
  "SECURITY",
  "OPERATIONS"
})
class NotificationController {

  private final OwnerRouting owners;
  private final HotelClock clock;

  NotificationController(OwnerRouting owners, HotelClock clock) {
    this.owners = owners;
    this.clock = clock;
  }

  /**
   * One message.
   *
   * @param attempts how often it was tried
   * @param refusals how often the provider could not take it
   */
  record Told(
      Message message,
      LedgerRow.State state,
      Instant since,
      @Nullable String reason,
      int attempts,
      int refusals) {}

  /** All of them, the newest first, and when it was looked (hotel time). */
  record Ledger(Instant asOf, List<Told> messages) {}

  @GetMapping("/guests/{guestId}/notifications")
  Mono<ResponseEntity<Object>> of(
      @PathVariable String guestId,
      @AuthenticationPrincipal Caller caller,
      ServerHttpRequest request) {
    GuestId guest = new GuestId(guestId);
    return owners.read(
        GateTopology.LEDGER, guestId, request, () -> ResponseEntity.ok(ledger(guest, caller)));
  }

  private Ledger ledger(GuestId guest, Caller caller) {
    ReadOnlyKeyValueStore<String, byte[]> store = owners.store(GateTopology.LEDGER);
    List<Told> told =
        RowsUnder.prefix(store, guest.value() + "/", Rows::ledger).stream()
            .filter(row -> mayYouSee(row.message(), caller))
            .map(
                row ->
                    new Told(
                        row.message(),
                        row.state(),
                        row.since(),
                        row.reason(),
                        row.attempts(),
                        row.refusals()))
            .sorted(Comparator.comparing(Told::since).reversed())
            .toList();
    return new Ledger(clock.instant(), told);
  }

  private static boolean mayYouSee(Message message, Caller caller) {
    return message.propertyId() == null || caller.holdsFor(message.propertyId().value());
  }
}
