package io.amends.intake.http;

import io.amends.intake.stream.IntakeTopology;
import io.amends.intake.stream.Trial;
import io.amends.intake.stream.Trials;
import io.amends.kit.events.Keys;
import io.amends.kit.http.OwnerRouting;
import io.amends.kit.security.AllowedRoles;
import io.amends.kit.security.Caller;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What one instance knows and another validates by. It tells nobody's id. */
@RestController
@AllowedRoles(AllowedRoles.HOUSE)
class ValidationController {

  private final OwnerRouting owners;

  ValidationController(OwnerRouting owners) {
    this.owners = owners;
  }

  /**
   * Whether an event came before.
   *
   * @param trial what follows from that; null: it did not
   */
  record Before(@Nullable Trial trial) {}

  /** Whether somebody is found. */
  record Found(boolean found) {}

  @GetMapping("/validation/repeats")
  Mono<ResponseEntity<Object>> repeats(
      @RequestParam UUID eventKey,
      @RequestParam String travelKey,
      @RequestParam long fingerprint,
      ServerHttpRequest request) {
    return owners.read(
        IntakeTopology.SEEN,
        travelKey,
        request,
        () -> ResponseEntity.ok(lookBack(eventKey, fingerprint)));
  }

  @GetMapping("/validation/guests")
  Mono<ResponseEntity<Object>> guests(
      @AuthenticationPrincipal Caller caller,
      @RequestParam String key,
      @RequestParam Instant at,
      ServerHttpRequest request) {
    Allowed.lookUp(key, caller);
    return owners.read(Trials.storeOf(key), key, request, () -> ResponseEntity.ok(lookUp(key, at)));
  }

  /** Reads the stores of this instance. */
  Before lookBack(UUID eventKey, long fingerprint) {
    ReadOnlyKeyValueStore<Bytes, byte[]> seen = owners.store(IntakeTopology.SEEN);
    byte[] row = seen.get(Bytes.wrap(Keys.bytes(eventKey.toString())));
    return new Before(Trials.before(row, fingerprint));
  }

  /** Reads the stores of this instance. */
  Found lookUp(String key, Instant at) {
    String store = Trials.storeOf(key);
    byte[] row =
        store.equals(IntakeTopology.DIRECTORY)
            ? owners.<Bytes, byte[]>store(store).get(Bytes.wrap(Keys.bytes(key)))
            : owners.<String, byte[]>store(store).get(key);
    return new Found(Trials.finds(key, at, row));
  }
}
