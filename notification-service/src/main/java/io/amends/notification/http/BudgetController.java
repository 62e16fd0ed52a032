package io.amends.notification.http;

import io.amends.contracts.Nights;
import io.amends.contracts.budget.Budget;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.http.OwnerRouting;
import io.amends.kit.http.Problem;
import io.amends.kit.security.AllowedRoles;
import io.amends.kit.security.Caller;
import io.amends.notification.stream.GateTopology;
import io.amends.notification.stream.Rows;
import java.time.Instant;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * What a programme has spent at a hotel in a month, and what vouchers that are out may cost yet.
 */
@RestController
@AllowedRoles({"GENERAL_MANAGER", "REGION", "HEAD_OFFICE", "OPERATIONS"})
class BudgetController {

  private final OwnerRouting owners;
  private final HotelClock clock;

  BudgetController(OwnerRouting owners, HotelClock clock) {
    this.owners = owners;
    this.clock = clock;
  }

  /**
   * One month, in nights, at cost.
   *
   * @param liability of vouchers that are out
   * @param redeemed what was given
   */
  record Month(String budget, Instant asOf, Nights liability, Nights redeemed, int open) {}

  @GetMapping("/offers/budgets/{programme}/{propertyId}/{month}")
  Mono<ResponseEntity<Object>> of(
      @PathVariable String programme,
      @PathVariable String propertyId,
      @PathVariable String month,
      @AuthenticationPrincipal Caller caller,
      ServerHttpRequest request) {
    if (!caller.holdsFor(propertyId)) {
      throw Problem.of(
          HttpStatus.FORBIDDEN,
          "not-this-property",
          "Expected one of the properties of the token, but found %s.".formatted(propertyId));
    }
    String budget = programme + '/' + propertyId + '/' + month;
    return owners.read(
        GateTopology.BUDGETS, budget, request, () -> ResponseEntity.ok(month(budget)));
  }

  private Month month(String budget) {
    ReadOnlyKeyValueStore<String, byte[]> store = owners.store(GateTopology.BUDGETS);
    byte @Nullable [] row = store.get(budget);
    Budget known = row == null ? Budget.UNTOUCHED : Rows.budget(row);
    return new Month(
        budget, clock.instant(), known.liability(), known.committed(), known.reserved().size());
  }
}
