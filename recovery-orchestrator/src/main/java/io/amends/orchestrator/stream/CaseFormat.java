package io.amends.orchestrator.stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.kit.events.Json;
import io.amends.orchestrator.domain.RecoveryCase;
import io.amends.orchestrator.domain.Snapshots;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a case lies in its store: one byte of format, under which name the values lie by which it is
 * handled, then its snapshot without them as JSON. What was ever stored stays readable: format 1
 * had the values in every row.
 *
 * <p>The byte moves only when the last release could not read what is written; then a release that
 * reads it ships before one that writes it, so that one can go back.
 */
public final class CaseFormat {

  private static final byte WITH_POLICY = 1;
  private static final byte CURRENT = 2;

  private static final JsonMapper MAPPER =
      Json.mapper().rebuild().addMixIn(CaseSnapshot.class, WithoutPolicy.class).build();

  private final PinnedPolicies policies;

  /** Reads and writes with the values that lie in a store of their own. */
  public CaseFormat(PinnedPolicies policies) {
    this.policies = policies;
  }

  @JsonIgnoreProperties("policy")
  private interface WithoutPolicy {}

  byte[] write(CaseSnapshot snapshot) {
    byte[] name = policies.nameOf(snapshot.policy()).getBytes(StandardCharsets.US_ASCII);
    byte[] body = MAPPER.writeValueAsBytes(snapshot);
    return ByteBuffer.allocate(1 + name.length + body.length)
        .put(CURRENT)
        .put(name)
        .put(body)
        .array();
  }

  RecoveryCase read(byte @Nullable [] stored) {
    return stored == null ? RecoveryCase.NONE : Snapshots.read(snapshot(stored));
  }

  /**
   * The snapshot in a row of the store.
   *
   * @throws IllegalStateException if it is of a later format, or its values are gone
   */
  public CaseSnapshot snapshot(byte[] stored) {
    return switch (stored[0]) {
      case WITH_POLICY -> Json.read(after(stored, 1), CaseSnapshot.class);
      case CURRENT -> {
        String name = new String(stored, 1, PinnedPolicies.NAME, StandardCharsets.US_ASCII);
        CaseSnapshot without =
            MAPPER.readValue(after(stored, 1 + PinnedPolicies.NAME), CaseSnapshot.class);
        yield without.with(policies.get(name));
      }
      default ->
          throw new IllegalStateException(
              "format: %d (expected: %d or %d)".formatted(stored[0], WITH_POLICY, CURRENT));
    };
  }

  private static byte[] after(byte[] stored, int skipped) {
    byte[] body = new byte[stored.length - skipped];
    System.arraycopy(stored, skipped, body, 0, body.length);
    return body;
  }
}
