package io.amends.desk.cases;

import java.time.Duration;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

/** What somebody filled in. */
public final class Forms {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private Forms() {}

  /** In a page's own thread, which may wait for the rest of the form. */
  public static MultiValueMap<String, String> of(ServerWebExchange exchange) {
    MultiValueMap<String, String> form = exchange.getFormData().block(PATIENCE);
    return form == null ? new LinkedMultiValueMap<>() : form;
  }
}
