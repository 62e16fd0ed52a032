package io.amends.notification.http;

import io.amends.kit.clock.HotelClock;
import io.amends.kit.http.OwnerRouting;
import io.amends.kit.http.Problem;
import io.amends.kit.security.SignedLink;
import io.amends.kit.security.SignedLinks;
import io.amends.notification.channel.Clearances;
import io.amends.notification.stream.GateTopology;
import io.amends.notification.stream.Out;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;

/** Asks whichever instance a guest lives on, all guests of one instance in one call. */
public final class OwnerClearances implements Clearances {

  /** What a link between instances is good for. */
  static final String USE = "instance";

  static final String PATH = "/internal/clearances";
  static final String HEADER = "Instance-Link";

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LINK_VALID = Duration.ofMinutes(5);

  private final OwnerRouting owners;
  private final LastLook here;
  private final SignedLinks links;
  private final HotelClock clock;
  private final WebClient http;

  public OwnerClearances(
      OwnerRouting owners, LastLook here, SignedLinks links, HotelClock clock, WebClient http) {
    this.owners = owners;
    this.here = here;
    this.links = links;
    this.clock = clock;
    this.http = http;
  }

  @Override
  public List<Clearance> ask(List<Out.Order> orders) {
    List<@Nullable Clearance> found = new ArrayList<>(Collections.nCopies(orders.size(), null));
    Map<HostInfo, List<Integer>> elsewhere = new HashMap<>();
    try {
      for (int i = 0; i < orders.size(); i++) {
        Optional<HostInfo> owner =
            owners.elsewhere(
                GateTopology.LEDGER, orders.get(i).draft().message().guestId().value());
        if (owner.isEmpty()) {
          found.set(i, here.at(orders.get(i)));
        } else {
          elsewhere.computeIfAbsent(owner.get(), _ -> new ArrayList<>()).add(i);
        }
      }
      elsewhere.forEach((owner, places) -> ask(owner, places, orders, found));
    } catch (InvalidStateStoreException | Problem | WebClientException moving) {
      throw new NotNow(moving);
    }
    return found.stream().map(Objects::requireNonNull).toList();
  }

  private void ask(
      HostInfo owner,
      List<Integer> places,
      List<Out.Order> orders,
      List<@Nullable Clearance> found) {
    List<Out.Order> theirs = places.stream().map(orders::get).toList();
    ClearanceController.Answers answers =
        http.post()
            .uri("http://%s:%d%s".formatted(owner.host(), owner.port(), PATH))
            .header(HEADER, links.sign(link()))
            .bodyValue(new ClearanceController.Questions(theirs))
            .retrieve()
            .bodyToMono(ClearanceController.Answers.class)
            .block(PATIENCE);
    if (answers == null || answers.answers().size() != places.size()) {
      throw new NotNow(new IllegalStateException("answers: too few (expected: one per order)"));
    }
    for (int i = 0; i < places.size(); i++) {
      found.set(places.get(i), answers.answers().get(i).clearance());
    }
  }

  private SignedLink link() {
    return new SignedLink(USE, Map.of(), clock.instant().plus(LINK_VALID));
  }
}
