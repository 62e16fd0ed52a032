package io.amends.kit.openapi;

import io.amends.kit.security.AccessRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One operation as OpenAPI tells it, from the method that answers it. */
final class Operations {

  private static final Map<String, Object> PROBLEM =
      content("application/problem+json", Map.of("$ref", "#/components/schemas/Problem"));

  private final Schemas schemas;

  Operations(Schemas schemas) {
    this.schemas = schemas;
  }

  Map<String, Object> of(RequestMappingInfo mapping, HandlerMethod method, boolean open) {
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put(
        "operationId", method.getBeanType().getSimpleName() + "." + method.getMethod().getName());
    List<Map<String, Object>> parameters = new ArrayList<>();
    for (MethodParameter parameter : method.getMethodParameters()) {
      parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
      parameters.addAll(parameter(parameter));
      RequestBody body = parameter.getParameterAnnotation(RequestBody.class);
      if (body != null) {
        operation.put("requestBody", body(parameter, body.required()));
      }
    }
    operation.put("parameters", parameters);
    operation.put("responses", responses(mapping, method));
    if (open) {
      operation.put("security", List.of());
    } else {
      AccessRule.declared(method).ifPresent(rule -> tell(operation, rule));
    }
    return operation;
  }

  /**
   * Told from the rule that is enforced; where there is none, nothing is told and nobody let in.
   */
  private static void tell(Map<String, Object> operation, AccessRule rule) {
    operation.put("x-roles", rule.roles().stream().sorted().toList());
    operation.put("x-everywhere", rule.everywhere());
  }

  private List<Map<String, Object>> parameter(MethodParameter parameter) {
    PathVariable path = parameter.getParameterAnnotation(PathVariable.class);
    if (path != null) {
      return List.of(told("path", name(parameter, path.value()), true, parameter));
    }
    RequestParam query = parameter.getParameterAnnotation(RequestParam.class);
    if (query != null) {
      boolean required = query.required() && isNone(query.defaultValue());
      return List.of(told("query", name(parameter, query.value()), required, parameter));
    }
    RequestHeader header = parameter.getParameterAnnotation(RequestHeader.class);
    if (header != null) {
      boolean required = header.required() && isNone(header.defaultValue());
      return List.of(told("header", name(parameter, header.value()), required, parameter));
    }
    return List.of();
  }

  private static boolean isNone(String defaultValue) {
    return defaultValue.equals(ValueConstants.DEFAULT_NONE);
  }

  private static String name(MethodParameter parameter, String named) {
    return named.isEmpty() ? String.valueOf(parameter.getParameterName()) : named;
  }

  private Map<String, Object> told(
      String in, String name, boolean required, MethodParameter parameter) {
    return Map.of(
        "in",
        in,
        "name",
        name,
        "required",
        required,
        "schema",
        schemas.of(ResolvableType.forMethodParameter(parameter)));
  }

  private Map<String, Object> body(MethodParameter parameter, boolean required) {
    ResolvableType type = ResolvableType.forMethodParameter(parameter);
    boolean lines =
        Flux.class.isAssignableFrom(type.resolve(Object.class))
            && DataBuffer.class.isAssignableFrom(type.getGeneric(0).resolve(Object.class));
    Map<String, Object> content =
        lines
            ? content(MediaType.APPLICATION_NDJSON_VALUE, Map.of("type", "object"))
            : content(MediaType.APPLICATION_JSON_VALUE, schemas.of(type));
    return Map.of("required", required, "content", content);
  }

  private Map<String, Object> responses(RequestMappingInfo mapping, HandlerMethod method) {
    ResolvableType type = ResolvableType.forMethodReturnType(method.getMethod());
    while (isAround(type)) {
      type = type.getGeneric(0);
    }
    String media =
        mapping.getProducesCondition().getProducibleMediaTypes().stream()
            .findFirst()
            .orElse(MediaType.APPLICATION_JSON)
            .toString();
    return Map.of(
        "2XX",
        Map.of("description", "It is done, or taken", "content", content(media, schemas.of(type))),
        "4XX",
        Map.of("description", "Refused; the document says why", "content", PROBLEM),
        "5XX",
        Map.of("description", "Not now, or a fault of ours", "content", PROBLEM));
  }

  private static boolean isAround(ResolvableType type) {
    Class<?> raw = type.resolve(Object.class);
    return type.hasGenerics()
        && (Mono.class.isAssignableFrom(raw)
            || Flux.class.isAssignableFrom(raw)
            || ResponseEntity.class.isAssignableFrom(raw));
  }

  private static Map<String, Object> content(String media, Map<String, Object> schema) {
    return Map.of(media, Map.of("schema", schema));
  }
}
