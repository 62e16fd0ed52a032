package io.amends.desk.people;

import io.amends.desk.words.ReaderLanguage;
import io.amends.kit.security.AllowedRoles;
import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** Remembers in which language somebody reads. */
@Controller
@AllowedRoles(AllowedRoles.HOUSE)
class LanguageController {

  private static final Duration A_YEAR = Duration.ofDays(365);

  @PostMapping("/language/{tag}")
  Rendering choose(@PathVariable String tag, ServerWebExchange exchange) {
    exchange
        .getResponse()
        .addCookie(
            ResponseCookie.from(ReaderLanguage.COOKIE, tag.replaceAll("[^a-zA-Z-]", ""))
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(A_YEAR)
                .build());
    return Rendering.redirectTo("/today").build();
  }
}
