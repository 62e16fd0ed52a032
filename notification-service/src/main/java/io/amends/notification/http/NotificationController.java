package io.amends.notification.http;

import io.amends.contracts.GuestId;
import io.amends.contracts.notification.Message;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.http.OwnerRouting;
import io.amends.kit.security.Caller;
import io.amends.notification.domain.LedgerRow;
import io.amends.notification.stream.GateTopology;
import io.amends.notification.stream.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
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
class NotificationController {

  private final OwnerRouting owners;
  private final HotelClock clock;

  NotificationController(OwnerRouting owners, HotelClock clock) {
    this.owners = owners;
    this.clock = clock;
  }

  /** One message. */
  record Told(Message message, LedgerRow.State state, Instant since, @Nullable String reason) {}

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
    List<Told> told = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> rows =
        store.prefixScan(guest.value() + "/", Serdes.String().serializer())) {
      while (rows.hasNext()) {
        LedgerRow row = Rows.ledger(rows.next().value);
        Message message = row.message();
        if (message.propertyId() == null || caller.holdsFor(message.propertyId().value())) {
          told.add(new Told(message, row.state(), row.since(), row.reason()));
        }
      }
    }
    told.sort(Comparator.comparing(Told::since).reversed());
    return new Ledger(clock.instant(), told);
  }
}
