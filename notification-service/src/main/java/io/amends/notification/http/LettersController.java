package io.amends.notification.http;

import io.amends.contracts.notification.Message.Purpose;
import io.amends.kit.http.Problem;
import io.amends.kit.security.AllowedRoles;
import io.amends.notification.channel.Carrier.Address;
import io.amends.notification.channel.Carrier.Carried;
import io.amends.notification.channel.Carrier.Parcel;
import io.amends.notification.domain.Draft;
import io.amends.notification.email.Letters;
import io.amends.notification.email.Letters.Letter;
import io.amends.notification.email.Postman;
import io.amends.notification.email.Specimens;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What letters look like, before anybody gets one: to read, or as a mail to oneself. */
@RestController
@AllowedRoles(
    value = {"HEAD_OFFICE", "OPERATIONS"},
    everywhere = true)
class LettersController {

  private static final Pattern ADDRESS =
      Pattern.compile("[^@\\s<>,;\"]{1,64}@[^@\\s<>,;\"]{1,190}");
  private static final String NAME = "Noor Specimen";

  private final Specimens specimens;
  private final Letters letters;
  private final Postman postman;

  LettersController(Specimens specimens, Letters letters, Postman postman) {
    this.specimens = specimens;
    this.letters = letters;
    this.postman = postman;
  }

  /** To whom a specimen goes, and in which language, BCP 47; null: English. */
  record Test(@Nullable String to, @Nullable String locale) {}

  /** What the mail server made of it. */
  record Tested(String to, String result, @Nullable String providerId) {}

  @GetMapping("/letters")
  Map<String, Purpose> all() {
    return specimens.kinds();
  }

  @GetMapping("/letters/{template}")
  Letter preview(@PathVariable String template, @RequestParam(defaultValue = "en") String locale) {
    return letters.write(specimen(template, locale), NAME);
  }

  @PostMapping("/letters/{template}/tests")
  Mono<Tested> test(@PathVariable String template, @RequestBody Test test) {
    String to = test.to();
    if (to == null || !ADDRESS.matcher(to).matches()) {
      throw Problem.of(
          HttpStatus.BAD_REQUEST,
          "address-unfit",
          "to: %s (expected: one e-mail address)".formatted(to));
    }
    Draft draft = specimen(template, test.locale() == null ? "en" : test.locale());
    return Mono.fromCallable(
            () -> postman.carry(List.of(new Parcel(draft, new Address(to, NAME)))).getFirst())
        .subscribeOn(Schedulers.boundedElastic())
        .map(carried -> tested(to, carried));
  }

  private static Tested tested(String to, Carried carried) {
    return switch (carried) {
      case Carried.Taken taken -> new Tested(to, "SENT", taken.providerId());
      case Carried.Later later -> new Tested(to, later.reason(), null);
      case Carried.Never never -> new Tested(to, never.reason(), null);
      case Carried.Unclear _ -> new Tested(to, "UNKNOWN", null);
    };
  }

  private Draft specimen(String template, String locale) {
    return specimens
        .of(template, locale)
        .orElseThrow(
            () ->
                Problem.of(
                    HttpStatus.NOT_FOUND,
                    "no-such-letter",
                    "template: %s (expected: one of %s)"
                        .formatted(template, String.join(", ", specimens.kinds().keySet()))));
  }
}
