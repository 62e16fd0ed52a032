package io.amends.intake.pages;

import io.amends.kit.http.FieldProblem;
import io.amends.kit.http.Problem;
import io.amends.kit.security.AllowedRoles;
import io.amends.kit.security.Caller;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Mints links to the complaint form, as an address or as a QR code to print. */
@RestController
@AllowedRoles(AllowedRoles.HOUSE)
class LinkController {

  private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");
  private static final Pattern PROPERTY = Pattern.compile("[A-Z0-9][A-Z0-9-]{1,31}");
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");

  private final FormLinks links;

  LinkController(FormLinks links) {
    this.links = links;
  }

  @PostMapping(path = "/links/complaint", produces = MediaType.APPLICATION_JSON_VALUE)
  FormLinks.Made address(@RequestBody FormLink link, @AuthenticationPrincipal Caller caller) {
    return made(link, caller);
  }

  @PostMapping(path = "/links/complaint", produces = "image/svg+xml")
  ResponseEntity<byte[]> svg(@RequestBody FormLink link, @AuthenticationPrincipal Caller caller) {
    return picture(SVG, QrCode.of(made(link, caller).url()).svg());
  }

  @PostMapping(path = "/links/complaint", produces = MediaType.IMAGE_PNG_VALUE)
  ResponseEntity<byte[]> png(@RequestBody FormLink link, @AuthenticationPrincipal Caller caller) {
    return picture(MediaType.IMAGE_PNG, QrCode.of(made(link, caller).url()).png());
  }

  private static ResponseEntity<byte[]> picture(MediaType type, byte[] bytes) {
    return ResponseEntity.ok().contentType(type).body(bytes);
  }

  private FormLinks.Made made(FormLink link, Caller caller) {
    List<FieldProblem> wrong = new ArrayList<>();
    check(wrong, "/propertyId", link.propertyId(), isProperty(link.propertyId()));
    check(wrong, "/room", link.room(), fits(link.room(), 20));
    check(wrong, "/outlet", link.outlet(), fits(link.outlet(), 60));
    check(wrong, "/stayId", link.stayId(), fits(link.stayId(), 64));
    String language = link.language();
    check(wrong, "/language", language, language == null || LANGUAGE.matcher(language).matches());
    if (!wrong.isEmpty()) {
      throw Problem.of(
          HttpStatus.UNPROCESSABLE_CONTENT,
          "refused",
          "Expected a place that a link can name, but %s.".formatted(wrong.getFirst()),
          wrong);
    }
    if (!caller.holdsFor(link.propertyId())) {
      throw Problem.of(
          HttpStatus.FORBIDDEN,
          "not-this-property",
          "Expected one of the properties of the token, but found %s."
              .formatted(link.propertyId()));
    }
    return links.make(link);
  }

  /** What a caller leaves out is null here, whatever the record says. */
  private static boolean isProperty(@Nullable String id) {
    return id != null && PROPERTY.matcher(id).matches();
  }

  private static boolean fits(@Nullable String text, int longest) {
    return text == null
        || (!text.isBlank()
            && text.length() <= longest
            && text.chars().noneMatch(Character::isISOControl));
  }

  private static void check(
      List<FieldProblem> wrong, String pointer, @Nullable String found, boolean good) {
    if (!good) {
      String length = "%d characters".formatted(found == null ? 0 : found.length());
      wrong.add(
          new FieldProblem(pointer, length, "a short name as people use it, without controls"));
    }
  }
}
