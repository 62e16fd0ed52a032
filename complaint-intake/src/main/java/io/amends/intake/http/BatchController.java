package io.amends.intake.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.topics.InboundKind;
import io.amends.intake.http.Lines.Line;
import io.amends.intake.schema.InboundSchemas;
import io.amends.intake.stream.Trial;
import io.amends.kit.security.AllowedRoles;
import io.amends.kit.security.Caller;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Many at a time: a line of NDJSON each, a line of result each, in the same order. There is no
 * limit on lines, and only so many are under way at once.
 */
@RestController
@AllowedRoles(AllowedRoles.HOUSE)
class BatchController {

  /** Ours: enough to hide the time of two commits, small enough to bound memory. */
  private static final int UNDER_WAY = 512;

  /** Lines that are read ahead: reading and checking them is no work for the network's threads. */
  private static final int READ_AHEAD = 64;

  private final BatchSender sender;

  BatchController(BatchSender sender) {
    this.sender = sender;
  }

  /**
   * What became of one line.
   *
   * @param line from 1
   * @param status ACCEPTED, DUPLICATE, REFUSED, or UNKNOWN if nobody answered: send it again; when
   *     validated also WAITING
   * @param validated what would become of it; null: it was sent
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  record LineResult(
      long line,
      @Nullable String id,
      @Nullable String eventKey,
      String status,
      List<Flaw> flaws,
      @Nullable Trial validated) {

    static LineResult sent(long line, String id, String eventKey, String status, List<Flaw> flaws) {
      return new LineResult(line, id, eventKey, status, flaws, null);
    }

    static LineResult refused(long line, @Nullable String id, List<Flaw> flaws) {
      return new LineResult(line, id, null, "REFUSED", flaws, null);
    }

    static LineResult validated(long line, String id, Trial trial) {
      return new LineResult(line, id, null, trial.result().name(), trial.reasons(), trial);
    }
  }

  @PostMapping(path = "/complaints/batch", produces = MediaType.APPLICATION_NDJSON_VALUE)
  Flux<LineResult> complaints(
      @RequestBody Flux<DataBuffer> body,
      @RequestHeader(name = "Amends-History", defaultValue = "false") boolean history,
      @RequestParam(defaultValue = "false") boolean validate,
      @AuthenticationPrincipal Caller caller,
      ServerHttpRequest request) {
    return each(InboundKind.COMPLAINTS, body, history, caller, validate ? request : null);
  }

  @PostMapping(path = "/interactions/batch", produces = MediaType.APPLICATION_NDJSON_VALUE)
  Flux<LineResult> interactions(
      @RequestBody Flux<DataBuffer> body,
      @RequestHeader(name = "Amends-History", defaultValue = "false") boolean history,
      @RequestParam(defaultValue = "false") boolean validate,
      @AuthenticationPrincipal Caller caller,
      ServerHttpRequest request) {
    return each(InboundKind.INTERACTIONS, body, history, caller, validate ? request : null);
  }

  private Flux<LineResult> each(
      InboundKind kind,
      Flux<DataBuffer> body,
      boolean history,
      Caller caller,
      @Nullable ServerHttpRequest validating) {
    if (history) {
      Allowed.chain(caller);
    }
    BatchSender.Batch batch = sender.begin(kind, history, caller, validating);
    return Lines.of(body, InboundSchemas.LARGEST_BODY)
        .publishOn(Schedulers.parallel(), READ_AHEAD)
        .concatMap(line -> one(batch, line), READ_AHEAD)
        .flatMapSequential(Function.identity(), UNDER_WAY);
  }

  private static Mono<Mono<LineResult>> one(BatchSender.Batch batch, Line line) {
    byte @Nullable [] bytes = line.bytes();
    if (bytes == null) {
      Flaw flaw =
          new Flaw("", "a longer line", "at most %d bytes".formatted(InboundSchemas.LARGEST_BODY));
      return Mono.just(Mono.just(LineResult.refused(line.number(), null, List.of(flaw))));
    }
    return batch.take(line.number(), bytes);
  }
}
