package io.amends.notification.http;

import io.amends.kit.http.Problem;
import io.amends.kit.security.SignedLinks;
import io.amends.notification.channel.Carrier.Address;
import io.amends.notification.channel.Clearances.Clearance;
import io.amends.notification.stream.Out;
import java.util.List;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Answers another instance whether messages to guests who live here may go, and where. */
@RestController
class ClearanceController {

  private final LastLook here;
  private final SignedLinks links;

  ClearanceController(LastLook here, SignedLinks links) {
    this.here = here;
    this.links = links;
  }

  record Questions(List<Out.Order> orders) {}

  record Answers(List<Answer> answers) {}

  /** One clearance on its way: by which kind, and what belongs to it. */
  record Answer(Kind kind, @Nullable String to, @Nullable String name, @Nullable String reason) {

    enum Kind {
      CLEARED,
      BACK,
      NOWHERE,
      STALE
    }

    static Answer of(Clearance clearance) {
      return switch (clearance) {
        case Clearance.Cleared(Address to) -> new Answer(Kind.CLEARED, to.to(), to.name(), null);
        case Clearance.Back(String why) -> new Answer(Kind.BACK, null, null, why);
        case Clearance.Nowhere(String why) -> new Answer(Kind.NOWHERE, null, null, why);
        case Clearance.Stale _ -> new Answer(Kind.STALE, null, null, null);
      };
    }

    Clearance clearance() {
      String why = reason == null ? "" : reason;
      return switch (kind) {
        case CLEARED ->
            new Clearance.Cleared(new Address(to == null ? "" : to, name == null ? "" : name));
        case BACK -> new Clearance.Back(why);
        case NOWHERE -> new Clearance.Nowhere(why);
        case STALE -> new Clearance.Stale();
      };
    }

    @Override
    public String toString() {
      return "Answer[%s]".formatted(kind);
    }
  }

  @PostMapping(OwnerClearances.PATH)
  Mono<Answers> look(
      @RequestHeader(OwnerClearances.HEADER) String link, @RequestBody Questions questions) {
    if (links.read(link, OwnerClearances.USE).isEmpty()) {
      throw Problem.of(
          HttpStatus.UNAUTHORIZED,
          "no-valid-link",
          "Expected the link of another instance of this installation, but found none that is"
              + " valid.");
    }
    return Mono.fromSupplier(() -> answers(questions)).subscribeOn(Schedulers.boundedElastic());
  }

  private Answers answers(Questions questions) {
    try {
      return new Answers(
          questions.orders().stream().map(order -> Answer.of(here.at(order))).toList());
    } catch (InvalidStateStoreException _) {
      throw Problem.of(
              HttpStatus.SERVICE_UNAVAILABLE,
              "try-again",
              "Expected these guests to live here, but tasks are moving between instances.")
          .retryAfter(1);
    }
  }
}
