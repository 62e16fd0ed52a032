package io.amends.orchestrator.http;

import io.amends.contracts.CaseId;
import io.amends.contracts.CaseRef;
import io.amends.contracts.GuestId;
import io.amends.contracts.Money;
import io.amends.contracts.Place;
import io.amends.contracts.Role;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.http.OwnerRouting;
import io.amends.kit.http.Problem;
import io.amends.kit.security.AllowedRoles;
import io.amends.kit.security.Caller;
import io.amends.kit.security.SignedLink;
import io.amends.kit.streams.RowsUnder;
import io.amends.orchestrator.domain.AtRisk;
import io.amends.orchestrator.domain.Exposure;
import io.amends.orchestrator.domain.Guidance;
import io.amends.orchestrator.domain.Snapshots;
import io.amends.orchestrator.stream.CaseFormat;
import io.amends.orchestrator.stream.CaseKeys;
import io.amends.orchestrator.stream.GuestValues;
import io.amends.orchestrator.stream.NewestRates;
import io.amends.orchestrator.stream.PinnedPolicies;
import io.amends.orchestrator.stream.RecoveryTopology;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
 * Cases as they stand. A read may see what is not committed yet; it confirms no command, the
 * outcome does.
 */
@RestController
@AllowedRoles({
  "FRONT_LINE",
  "SUPERVISOR",
  "DUTY_MANAGER",
  "GENERAL_MANAGER",
  "REGION",
  "HEAD_OFFICE",
  "SECURITY"
})
class CaseController {

  private final OwnerRouting owners;
  private final HotelClock clock;

  private final CaseWords words;

  CaseController(OwnerRouting owners, HotelClock clock, CaseWords words) {
    this.owners = owners;
    this.clock = clock;
    this.words = words;
  }

  /** A case, and when it was looked at (hotel time). */
  record CaseView(Instant asOf, CaseSnapshot snapshot) {}

  /** What it stands at, and when it was looked at (hotel time). */
  record CostView(Instant asOf, Exposure cost) {}

  /** All cases of a guest that the caller may see. */
  record CasesView(Instant asOf, List<CaseSnapshot> cases) {}

  @GetMapping("/guests/{guestId}/cases/{caseId}")
  Mono<ResponseEntity<Object>> one(
      @PathVariable String guestId,
      @PathVariable String caseId,
      @AuthenticationPrincipal Caller caller,
      ServerHttpRequest request) {
    return ofCase(guestId, caseId, caller, request, found -> found);
  }

  /** Why each promise is due when it is, in codes and in sentences of the caller's language. */
  @GetMapping("/guests/{guestId}/cases/{caseId}/clocks")
  Mono<ResponseEntity<Object>> clocks(
      @PathVariable String guestId,
      @PathVariable String caseId,
      @Nullable Locale locale,
      @AuthenticationPrincipal Caller caller,
      ServerHttpRequest request) {
    return ofCase(
        guestId,
        caseId,
        caller,
        request,
        found -> ClocksView.of(found.snapshot(), found.asOf(), words, orEnglish(locale)));
  }

  /** What fits, and what is to be done next. */
  record GuidanceView(Instant asOf, Guidance guidance, List<String> says) {}

  /** What to do and between what the guest may choose, in codes and in sentences. */
  @GetMapping("/guests/{guestId}/cases/{caseId}/guidance")
  Mono<ResponseEntity<Object>> guidance(
      @PathVariable String guestId,
      @PathVariable String caseId,
      @Nullable Locale locale,
      @AuthenticationPrincipal Caller caller,
      ServerHttpRequest request) {
    return ofCase(guestId, caseId, caller, request, found -> guidanceOf(found, orEnglish(locale)));
  }

  private GuidanceView guidanceOf(CaseView found, Locale locale) {
    Guidance guidance = Guidance.of(found.snapshot());
    return new GuidanceView(found.asOf(), guidance, words.guidance(guidance, locale));
  }

  private static Locale orEnglish(@Nullable Locale locale) {
    return locale == null ? Locale.ENGLISH : locale; // who asks for none gets ours
  }

  /** What it stands at by the 1-10-100 rule: an estimate, beside what was really given. */
  @GetMapping("/guests/{guestId}/cases/{caseId}/cost")
  Mono<ResponseEntity<Object>> cost(
      @PathVariable String guestId,
      @PathVariable String caseId,
      @AuthenticationPrincipal Caller caller,
      ServerHttpRequest request) {
    return ofCase(guestId, caseId, caller, request, this::costOf);
  }

  private CostView costOf(CaseView found) {
    GuestId guest = found.snapshot().guestId();
    Place hotel = found.snapshot().facts().place();
    Money value = GuestValues.of(owners.store(RecoveryTopology.VALUES), guest);
    return new CostView(
        found.asOf(),
        Exposure.of(
            Snapshots.read(found.snapshot()),
            value == null ? null : there(value, hotel, found.asOf())));
  }

  private @Nullable Money there(Money value, Place hotel, Instant asOf) {
    Currency currency = hotel.referenceNight().currency();
    LocalDate day = hotel.zone().date(asOf);
    return AtRisk.in(
        currency, value, NewestRates.of(owners.store(RecoveryTopology.RATES), currency, day));
  }

  /** Reads one case where it lies, if the caller may see it. */
  private Mono<ResponseEntity<Object>> ofCase(
      String guestId,
      String caseId,
      Caller caller,
      ServerHttpRequest request,
      Function<CaseView, Object> answer) {
    CaseRef ref = new CaseRef(new GuestId(guestId), new CaseId(caseId));
    return owners.read(
        RecoveryTopology.CASES,
        guestId,
        request,
        () -> ResponseEntity.ok(answer.apply(view(ref, caller))));
  }

  @GetMapping("/guests/{guestId}/cases")
  Mono<ResponseEntity<Object>> all(
      @PathVariable String guestId,
      @AuthenticationPrincipal Caller caller,
      ServerHttpRequest request) {
    GuestId guest = new GuestId(guestId);
    return owners.read(
        RecoveryTopology.CASES, guestId, request, () -> ResponseEntity.ok(views(guest, caller)));
  }

  /** An old number is answered with the case of which it is a part. */
  private CaseView view(CaseRef ref, Caller caller) {
    ReadOnlyKeyValueStore<String, byte[]> store = owners.store(RecoveryTopology.CASES);
    byte[] row = store.get(CaseKeys.of(ref));
    Optional<CaseRef> into = row == null ? Optional.empty() : format().leadsTo(row);
    if (into.isPresent() && into.get().guestId().equals(ref.guestId())) {
      return view(into.get(), caller);
    }
    CaseSnapshot snapshot = row == null ? null : format().find(row).orElse(null);
    if (snapshot == null || !mayYouSee(snapshot, caller)) {
      throw Problem.of(
          HttpStatus.NOT_FOUND, "no-such-case", "Expected a case of yours, but there is none.");
    }
    return new CaseView(clock.instant(), snapshot);
  }

  private CaseFormat format() {
    ReadOnlyKeyValueStore<String, byte[]> values = owners.store(RecoveryTopology.PINNED);
    return new CaseFormat(PinnedPolicies.readOnly(values::get));
  }

  private CasesView views(GuestId guest, Caller caller) {
    ReadOnlyKeyValueStore<String, byte[]> store = owners.store(RecoveryTopology.CASES);
    List<CaseSnapshot> found =
        RowsUnder.prefix(store, CaseKeys.allOf(guest), format()::find).stream()
            .flatMap(Optional::stream)
            .filter(snapshot -> mayYouSee(snapshot, caller))
            .toList();
    return new CasesView(clock.instant(), found);
  }

  /** Another hotel's case is not forbidden, it is not there; a link shows its own case alone. */
  private static boolean mayYouSee(CaseSnapshot snapshot, Caller caller) {
    SignedLink link = caller.link();
    return caller.holdsFor(snapshot.facts().place().propertyId().value())
        && (link == null
            ? isForRoles(snapshot, caller)
            : link.claim("case").equals(snapshot.caseId().value()));
  }

  /** What is for few eyes is not there for others. */
  private static boolean isForRoles(CaseSnapshot snapshot, Caller caller) {
    Set<Role> seenBy = snapshot.policy().seenBy();
    return seenBy.isEmpty() || seenBy.stream().map(Role::name).anyMatch(caller::is);
  }
}
