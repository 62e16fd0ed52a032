package io.amends.orchestrator.stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.amends.contracts.CaseRef;
import io.amends.contracts.recovery.CasePolicy;
import io.amends.contracts.recovery.CaseSnapshot;
import io.amends.contracts.recovery.SameMatter;
import io.amends.contracts.time.calendar.ServiceCalendar;
import io.amends.kit.events.Json;
import io.amends.kit.events.RepeatingJson;
import io.amends.orchestrator.domain.RecoveryCase;
import io.amends.orchestrator.domain.Snapshots;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a case lies in its store: one byte of format, under which name the values lie by which it is
 * handled, then its snapshot without them as JSON. What was ever stored stays readable: format 1
 * had the values in every row. Format 3 is no case but a sign: the complaint is part of a case.
 *
 * <p>The byte moves only when the last release could not read what is written; then a release that
 * reads it ships before one that writes it, so that one can go back.
 */
public final class CaseFormat {

  private static final byte WITH_POLICY = 1;
  private static final byte CURRENT = 2;
  private static final byte SIGN = 3;

  private static final byte[] POLICY = ",\"policy\":".getBytes(StandardCharsets.US_ASCII);

  private static final JsonMapper MAPPER =
      Json.mapper().rebuild().addMixIn(CaseSnapshot.class, WithoutPolicy.class).build();

  /** Ours: several departments of some hundred hotels. */
  private static final int CALENDARS = 2_000;

  /** Each promise of a case names its hours, and a hotel's departments have the same few. */
  private static final RepeatingJson<CaseSnapshot, ServiceCalendar> ROWS =
      new RepeatingJson<>(MAPPER, CaseSnapshot.class, ServiceCalendar.class, CALENDARS);

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

  /** What is published of the case in a row: its JSON with the values in it, which lie ready. */
  byte[] published(byte[] row, CasePolicy policy) {
    ByteBuffer values = policies.jsonOf(policy);
    int start = 1 + PinnedPolicies.NAME;
    int open = row.length - start - 1; // up to the brace that ends it
    return ByteBuffer.allocate(open + POLICY.length + values.remaining() + 1)
        .put(row, start, open)
        .put(POLICY)
        .put(values)
        .put((byte) '}')
        .array();
  }

  /** A sign: whoever asks under that number is led to the case. */
  byte[] write(CaseRef of, CaseRef into, Instant at) {
    byte[] body = Json.bytes(new Sign(of, into, at));
    return ByteBuffer.allocate(1 + body.length).put(SIGN).put(body).array();
  }

  private record Sign(CaseRef of, CaseRef into, Instant at) {}

  RecoveryCase read(byte @Nullable [] stored) {
    if (stored == null) {
      return RecoveryCase.NONE;
    }
    if (stored[0] == SIGN) {
      Sign sign = Json.read(after(stored, 1), Sign.class);
      return RecoveryCase.partOf(sign.of(), sign.into(), sign.at());
    }
    return Snapshots.read(snapshot(stored));
  }

  /** The case in a row; empty if it is a sign. */
  public Optional<CaseSnapshot> find(byte[] stored) {
    return stored[0] == SIGN ? Optional.empty() : Optional.of(snapshot(stored));
  }

  /** The case of which it is a part; empty if it stands for itself. */
  public Optional<CaseRef> leadsTo(byte[] stored) {
    if (stored[0] == SIGN) {
      return Optional.of(Json.read(after(stored, 1), Sign.class).into());
    }
    SameMatter same = snapshot(stored).same();
    return Optional.ofNullable(same == null ? null : same.mergedInto());
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
        CaseSnapshot without = ROWS.read(after(stored, 1 + PinnedPolicies.NAME));
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
