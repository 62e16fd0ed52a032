package io.amends.kit.http;

import io.amends.kit.streams.StreamsRuntime;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Reads of a store go to the instance that owns the key, in one hop, with the caller's own token.
 * While tasks move, the answer is 503 with {@code Retry-After}.
 */
public final class OwnerRouting {

  private static final String HOP = "Amends-Hop";

  private final StreamsRuntime runtime;
  private final HostInfo here;
  private final WebClient http;

  /**
   * Prepares it.
   *
   * @param endpoint {@code host:port} of this instance, as the others know it
   */
  public OwnerRouting(StreamsRuntime runtime, String endpoint, WebClient http) {
    this.runtime = runtime;
    this.here = HostInfo.buildFromEndpoint(endpoint);
    this.http = http;
  }

  /**
   * Answers here if this instance owns the key, else with what the owner answers.
   *
   * @param key as it partitions the store: the bytes of the record key
   * @param local reads the store; runs where it may block
   */
  public Mono<ResponseEntity<Object>> read(
      String store, String key, ServerHttpRequest request, Supplier<ResponseEntity<Object>> local) {
    String query = request.getURI().getRawQuery();
    String path = request.getURI().getRawPath();
    return read(store, key, query == null ? path : path + '?' + query, request, local);
  }

  /**
   * The same where the request asks for more than this one key.
   *
   * @param path at which the owner answers for the key alone, with its query
   */
  public Mono<ResponseEntity<Object>> read(
      String store,
      String key,
      String path,
      ServerHttpRequest request,
      Supplier<ResponseEntity<Object>> local) {
    KeyQueryMetadata owner = ownerOf(store, key);
    if (owner.activeHost().equals(here)) {
      return Mono.fromSupplier(local)
          .subscribeOn(Schedulers.boundedElastic())
          .onErrorMap(InvalidStateStoreException.class, _ -> moving());
    }
    if (request.getHeaders().containsHeader(HOP)) {
      throw moving(); // the other instance thinks that it is ours: tasks are moving
    }
    return ask(owner.activeHost(), path, request);
  }

  /** The store of this instance, for {@code local}. */
  public <K, V> ReadOnlyKeyValueStore<K, V> store(String name) {
    return runtime
        .streams()
        .store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.keyValueStore()));
  }

  /**
   * Who owns a key, for a question that is no request of a caller's; empty: this instance.
   *
   * @throws Problem if tasks are moving
   */
  public Optional<HostInfo> elsewhere(String store, String key) {
    HostInfo owner = ownerOf(store, key).activeHost();
    return owner.equals(here) ? Optional.empty() : Optional.of(owner);
  }

  private KeyQueryMetadata ownerOf(String store, String key) {
    if (!runtime.ready()) {
      throw moving();
    }
    KafkaStreams streams = runtime.streams();
    KeyQueryMetadata owner =
        streams.queryMetadataForKey(
            store, key.getBytes(StandardCharsets.UTF_8), Serdes.ByteArray().serializer());
    if (owner == null || owner.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
      throw moving();
    }
    return owner;
  }

  private Mono<ResponseEntity<Object>> ask(HostInfo owner, String path, ServerHttpRequest request) {
    String target = "http://%s:%d%s".formatted(owner.host(), owner.port(), path);
    return http.get()
        .uri(java.net.URI.create(target))
        .headers(
            headers -> {
              copy(request, headers, "Authorization");
              copy(request, headers, "Staff-Link");
              headers.set(HOP, "1");
            })
        .exchangeToMono(
            answer ->
                answer
                    .bodyToMono(byte[].class)
                    .defaultIfEmpty(new byte[0])
                    .<ResponseEntity<Object>>map(
                        body ->
                            ResponseEntity.status(answer.statusCode())
                                .contentType(
                                    answer
                                        .headers()
                                        .contentType()
                                        .orElse(MediaType.APPLICATION_JSON))
                                .body(body)))
        .onErrorMap(WebClientRequestException.class, _ -> moving());
  }

  private static void copy(
      ServerHttpRequest request, org.springframework.http.HttpHeaders headers, String name) {
    String value = request.getHeaders().getFirst(name);
    if (value != null) {
      headers.set(name, value);
    }
  }

  private static Problem moving() {
    return Problem.of(
            HttpStatus.SERVICE_UNAVAILABLE,
            "try-again",
            "Expected one instance to own this, but tasks are moving between instances.")
        .retryAfter(1);
  }
}
