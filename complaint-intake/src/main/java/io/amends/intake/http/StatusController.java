package io.amends.intake.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.intake.domain.SeenRow;
import io.amends.intake.stream.IntakeTopology;
import io.amends.intake.stream.SeenFormat;
import io.amends.kit.events.Keys;
import io.amends.kit.http.OwnerRouting;
import io.amends.kit.http.Problem;
import io.amends.kit.security.AllowedRoles;
import io.amends.kit.streams.ExpiringKeys;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What became of a complaint at the door, and why. */
@RestController
@AllowedRoles(AllowedRoles.HOUSE)
class StatusController {

  private final OwnerRouting owners;

  StatusController(OwnerRouting owners) {
    this.owners = owners;
  }

  /**
   * Whether it was let in.
   *
   * @param status ACCEPTED; REFUSED; or WAITING, half a minute at most, for its hotel to be known
   * @param reasons of a refusal
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record Status(String complaintId, String status, List<Flaw> reasons) {}

  @GetMapping("/complaints/{complaintId}")
  Mono<ResponseEntity<Object>> status(@PathVariable String complaintId, ServerHttpRequest request) {
    return owners.read(
        IntakeTopology.SEEN, complaintId, request, () -> ResponseEntity.ok(look(complaintId)));
  }

  private Status look(String complaintId) {
    ReadOnlyKeyValueStore<Bytes, byte[]> seen = owners.store(IntakeTopology.SEEN);
    byte[] row = seen.get(Bytes.wrap(Keys.bytes(complaintId)));
    if (row != null) {
      SeenRow known = SeenFormat.read(ExpiringKeys.value(row));
      return new Status(complaintId, known.result().name(), known.flaws());
    }
    ReadOnlyKeyValueStore<String, byte[]> parked = owners.store(IntakeTopology.PARKED);
    if (parked.get(complaintId) != null) {
      return new Status(complaintId, "WAITING", List.of());
    }
    throw Problem.of(
        HttpStatus.NOT_FOUND,
        "no-such-complaint",
        "Expected a complaint of the last seven days, but there is none of that number; what was"
            + " just sent takes a second.");
  }
}
