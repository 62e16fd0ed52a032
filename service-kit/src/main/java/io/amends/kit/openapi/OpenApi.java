package io.amends.kit.openapi;

import io.amends.kit.security.AccessRule;
import io.amends.kit.security.PublicPaths;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The OpenAPI 3.1 document of a service, made of the methods that answer: what is not in it can't
 * be asked, and what can be asked is in it.
 */
@RestController
public final class OpenApi {

  private static final Map<String, Object> PROBLEM =
      Map.of(
          "type",
          "object",
          "description",
          "RFC 9457",
          "required",
          List.of("type", "title", "status"),
          "properties",
          Map.of(
              "type", Map.of("type", "string"),
              "title", Map.of("type", "string"),
              "status", Map.of("type", "integer"),
              "detail", Map.of("type", "string"),
              "errors",
                  Map.of(
                      "type",
                      "array",
                      "items",
                      Map.of(
                          "type", "object", "required", List.of("pointer", "found", "expected")))));

  private final String service;
  private final PublicPaths open;
  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  public OpenApi(
      String service, PublicPaths open, ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.service = service;
    this.open = open;
    this.mappings = mappings;
  }

  /** The document. */
  @GetMapping("/openapi")
  public Map<String, Object> document() {
    Schemas schemas = new Schemas();
    Map<String, Map<String, Object>> paths = paths(new Operations(schemas));
    Map<String, Object> named = new TreeMap<>(schemas.named());
    named.put("Problem", PROBLEM);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put("info", Map.of("title", "Amends " + service, "version", "1"));
    document.put("security", List.of(Map.of("token", List.of()), Map.of("staffLink", List.of())));
    document.put("paths", paths);
    document.put(
        "components",
        Map.of(
            "schemas",
            named,
            "securitySchemes",
            Map.of(
                "token",
                Map.of("type", "http", "scheme", "bearer", "bearerFormat", "JWT"),
                "staffLink",
                Map.of("type", "apiKey", "in", "header", "name", "Staff-Link"))));
    return document;
  }

  private Map<String, Map<String, Object>> paths(Operations operations) {
    Map<String, Map<String, Object>> paths = new TreeMap<>();
    mappings
        .orderedStream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .filter(handler -> AccessRule.isOurs(handler.getValue()))
        .forEach(
            handler ->
                handler
                    .getKey()
                    .getPatternsCondition()
                    .getPatterns()
                    .forEach(
                        pattern ->
                            handler
                                .getKey()
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(
                                    method ->
                                        paths
                                            .computeIfAbsent(
                                                pattern.getPatternString(), _ -> new TreeMap<>())
                                            .put(
                                                method.name().toLowerCase(Locale.ROOT),
                                                operations.of(
                                                    handler.getKey(),
                                                    handler.getValue(),
                                                    isOpen(pattern.getPatternString()))))));
    return paths;
  }

  private boolean isOpen(String path) {
    return path.equals("/openapi")
        || open.patterns().stream()
            .map(PathPatternParser.defaultInstance::parse)
            .anyMatch(pattern -> pattern.matches(PathContainer.parsePath(path)));
  }
}
