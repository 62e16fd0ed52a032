package io.amends.scorer.http;

import io.amends.contracts.GuestId;
import io.amends.contracts.Money;
import io.amends.contracts.retention.RiskScored;
import io.amends.kit.clock.HotelClock;
import io.amends.kit.http.OwnerRouting;
import io.amends.kit.http.Problem;
import io.amends.kit.security.AllowedRoles;
import io.amends.scorer.domain.policy.RiskPolicy.ValuePolicy;
import io.amends.scorer.domain.score.Crossings.Standing;
import io.amends.scorer.domain.score.Reason;
import io.amends.scorer.domain.score.RiskScore;
import io.amends.scorer.domain.watch.OpenCase;
import io.amends.scorer.domain.watch.WatchFormat;
import io.amends.scorer.domain.watch.WatchedGuest;
import io.amends.scorer.stream.InForce;
import io.amends.scorer.stream.InForce.Rules;
import io.amends.scorer.stream.PublishedScore;
import io.amends.scorer.stream.RiskTopology;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** How likely a guest is to switch, worked out at the moment of asking, and why. */
@RestController
@AllowedRoles({
  "FRONT_LINE",
  "SUPERVISOR",
  "DUTY_MANAGER",
  "GENERAL_MANAGER",
  "REGION",
  "HEAD_OFFICE",
  "SECURITY",
  "OPERATIONS",
  "INTEGRATOR"
})
class RiskController {

  private final OwnerRouting owners;
  private final HotelClock clock;
  private final RiskWords words;
  private final InForce inForce = new InForce();

  RiskController(OwnerRouting owners, HotelClock clock, RiskWords words) {
    this.owners = owners;
    this.clock = clock;
    this.words = words;
  }

  /**
   * A reason, with its sentence.
   *
   * @param contribution in log odds; above 0 makes switching likelier
   */
  record ReasonView(String code, RiskScored.Factor factor, double contribution, String text) {}

  /**
   * A score for people.
   *
   * @param horizonDays within which a stay counts
   * @param inThirtyDays what {@code pNoStay} will be if nothing happens
   * @param heaviest the factor whose reasons weigh most
   * @param worth margin to be earned from the guest if not lost; null if unknown
   * @param valued how worth and value at risk are reckoned
   * @param openCases what waiting costs in each case that is not made good
   */
  record RiskView(
      GuestId guestId,
      Instant asOf,
      String model,
      double pGone,
      double pNoStay,
      long horizonDays,
      double expected,
      double inThirtyDays,
      double baseRate,
      RiskScored.Band band,
      String heaviest,
      List<ReasonView> reasons,
      @Nullable Money worth,
      @Nullable Money valueAtRisk,
      Valued valued,
      List<RiskScored.OpenCase> openCases) {}

  /**
   * How worth is reckoned.
   *
   * @param margin share of a stay's revenue that is earned
   * @param discountPerYear of what is earned later
   * @param years that are looked ahead
   */
  record Valued(double margin, double discountPerYear, int years) {}

  @GetMapping("/guests/{guestId}/risk")
  Mono<ResponseEntity<Object>> risk(
      @PathVariable String guestId,
      @RequestParam(required = false) @Nullable Instant asOf,
      @RequestParam(required = false) @Nullable String model,
      @Nullable Locale locale,
      ServerHttpRequest request) {
    GuestId guest = new GuestId(guestId);
    Locale language = locale == null ? Locale.ENGLISH : locale; // who asks for none gets ours
    return owners.read(
        RiskTopology.GUESTS,
        guestId,
        request,
        () ->
            ResponseEntity.ok(view(guest, asOf == null ? clock.instant() : asOf, model, language)));
  }

  private RiskView view(GuestId guest, Instant asOf, @Nullable String version, Locale locale) {
    ReadOnlyKeyValueStore<String, byte[]> guests = owners.store(RiskTopology.GUESTS);
    byte[] row = guests.get(guest.value());
    if (row == null) {
      throw Problem.of(
          HttpStatus.NOT_FOUND,
          "unknown-guest",
          "Expected a guest of whom something is known, but nothing is.");
    }
    GuestId movedTo = WatchFormat.movedTo(row);
    if (movedTo != null) {
      throw Problem.of(
          HttpStatus.GONE,
          "joined",
          "Expected the id that a guest has now, but %s was joined to %s."
              .formatted(guest, movedTo));
    }
    WatchedGuest watched = WatchFormat.read(row);
    Instant settledTo = watched.profile().settledTo();
    if (asOf.isBefore(settledTo)) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "too-far-back",
          "asOf: %s (expected: not before %s; what was earlier is settled)"
              .formatted(asOf, settledTo));
    }
    Rules rules = rules(version);
    RiskScore score = rules.watch().scorer().score(watched.profile(), asOf, rules.model());
    Standing standing = rules.watch().standing(watched, score);
    List<OpenCase> openCases = rules.watch().openCases(watched, asOf, rules.model());
    return view(PublishedScore.of(guest, score, standing, openCases), score, rules, locale);
  }

  /** What holds now, or would with another version of the model. */
  private Rules rules(@Nullable String version) {
    ReadOnlyKeyValueStore<String, byte[]> policies = owners.store(RiskTopology.POLICIES);
    ReadOnlyKeyValueStore<String, byte[]> models = owners.store(RiskTopology.MODELS);
    synchronized (inForce) {
      Rules now = inForce.in(policies::get, models::get);
      return version == null || version.equals(now.model().version())
          ? now
          : new Rules(
              now.watch(),
              inForce
                  .version(version, policies::get, models::get)
                  .orElseThrow(
                      () ->
                          Problem.of(
                              HttpStatus.NOT_FOUND,
                              "unknown-model",
                              "Expected a version of the model, but found %s."
                                  .formatted(version))));
    }
  }

  private RiskView view(RiskScored published, RiskScore score, Rules rules, Locale locale) {
    ValuePolicy value = rules.watch().scorer().policy().value();
    return new RiskView(
        published.guestId(),
        published.asOf(),
        published.model(),
        published.pGone(),
        published.pNoStay(),
        rules.model().horizon().toDays(),
        published.expected(),
        score.inThirtyDays(),
        published.baseRate(),
        published.band(),
        score.heaviest().name(),
        score.reasons().stream().map(reason -> view(reason, locale)).toList(),
        score.worth(),
        published.valueAtRisk(),
        new Valued(value.margin(), value.discountPerYear(), value.years()),
        published.openCases());
  }

  private ReasonView view(Reason reason, Locale locale) {
    RiskScored.Reason published = PublishedScore.reason(reason);
    return new ReasonView(
        published.code(), published.factor(), published.contribution(), words.of(reason, locale));
  }
}
