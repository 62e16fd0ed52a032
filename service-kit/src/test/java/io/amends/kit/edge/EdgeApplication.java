package io.amends.kit.edge;

import io.amends.kit.http.Problem;
import io.amends.kit.security.AllowedRoles;
import io.amends.kit.security.Caller;
import io.amends.kit.security.PublicPaths;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The smallest service with an edge: it says who calls, and fails in the ways services fail. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class EdgeApplication {

  @Bean
  PublicPaths publicPaths() {
    return PublicPaths.of("/open");
  }

  /** An id that a type refuses. */
  record Room(String value) {
    Room {
      if (!value.matches("[0-9]{1,4}")) {
        throw new IllegalArgumentException(
            "room: %d characters (expected: a number)".formatted(value.length()));
      }
    }
  }

  record Seen(String id, Set<String> roles, Set<String> properties) {}

  record Wish(String text, int nights) {}

  @RestController
  @AllowedRoles(AllowedRoles.HOUSE)
  static final class Edge {

    @GetMapping("/open")
    String open() {
      return "open";
    }

    @AllowedRoles({AllowedRoles.HOUSE, AllowedRoles.PARTNER})
    @GetMapping("/partners")
    String partners(@AuthenticationPrincipal Caller caller) {
      return caller.id();
    }

    @GetMapping("/caller")
    Seen caller(@AuthenticationPrincipal Caller caller) {
      return new Seen(caller.id(), caller.roles(), caller.properties());
    }

    @AllowedRoles("GENERAL_MANAGER")
    @GetMapping("/money")
    String money() {
      return "money";
    }

    @AllowedRoles(value = "DUTY_MANAGER", everywhere = true)
    @GetMapping("/chain")
    String chain() {
      return "chain";
    }

    @GetMapping("/rooms/{room}")
    String room(@PathVariable String room, @RequestParam int nights) {
      return new Room(room).value() + nights;
    }

    @PostMapping("/wishes")
    Mono<String> wish(@RequestBody(required = false) @Nullable Wish wish) {
      String words = wish == null ? "" : wish.text();
      return Mono.error(new IllegalStateException("I can't grant: " + words));
    }

    @GetMapping("/busy")
    Mono<String> busy() {
      return Mono.error(
          Problem.of(HttpStatus.SERVICE_UNAVAILABLE, "try-again", "Expected calm.").retryAfter(2));
    }
  }

  /** Nobody said who may ask. */
  @RestController
  static final class Undeclared {

    @GetMapping("/undeclared")
    String undeclared() {
      return "never";
    }
  }
}
