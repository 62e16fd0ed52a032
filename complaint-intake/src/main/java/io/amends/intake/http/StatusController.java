package io.amends.intake.http;

import io.amends.contracts.intake.ArrivalOutcome.Result;
import io.amends.intake.domain.SeenRow;
import io.amends.intake.stream.IntakeTopology;
import io.amends.kit.events.Keys;
import io.amends.kit.http.OwnerRouting;
import io.amends.kit.http.Problem;
import io.amends.kit.streams.ExpiringKeys;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What became of a complaint at the door. */
@RestController
class StatusController {

  private final OwnerRouting owners;

  StatusController(OwnerRouting owners) {
    this.owners = owners;
  }

  /** Whether it was let in. */
  record Status(String complaintId, Result status) {}

  @GetMapping("/complaints/{complaintId}")
  Mono<ResponseEntity<Object>> status(@PathVariable String complaintId, ServerHttpRequest request) {
    return owners.read(
        IntakeTopology.SEEN, complaintId, request, () -> ResponseEntity.ok(look(complaintId)));
  }

  private Status look(String complaintId) {
    ReadOnlyKeyValueStore<Bytes, byte[]> store = owners.store(IntakeTopology.SEEN);
    byte[] row = store.get(Bytes.wrap(Keys.bytes(complaintId)));
    if (row == null) {
      throw Problem.of(
          HttpStatus.NOT_FOUND,
          "no-such-complaint",
          "Expected a complaint of the last seven days, but there is none of that number; what was"
              + " just sent takes a second.");
    }
    return new Status(complaintId, SeenRow.read(ExpiringKeys.value(row)).result());
  }
}
