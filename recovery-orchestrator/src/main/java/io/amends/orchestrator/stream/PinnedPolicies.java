package io.amends.orchestrator.stream;

import io.amends.contracts.recovery.CasePolicy;
import io.amends.kit.events.Json;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The values that cases pin, each lying once under its own hash: a chain has a few dozen of them
 * (one for each kind of failure and each version of its policy), and a million cases. Rows stay for
 * good; what was read once is kept in memory. Used by one thread.
 */
public final class PinnedPolicies {

  /** Characters of a name: the first half of a SHA-256, in hex. */
  static final int NAME = 32;

  /** Ours: more than a chain has in use at a time; then memory begins anew. */
  private static final int REMEMBERED = 2_000;

  /** The same values give the same bytes: a map has no order of its own. */
  private static final JsonMapper ORDERED =
      Json.mapper().rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final Function<String, byte @Nullable []> rows;
  private final BiConsumer<String, byte[]> put;
  private final Map<String, CasePolicy> byName = new HashMap<>();
  private final IdentityHashMap<CasePolicy, Pinned> pinned = new IdentityHashMap<>();
  private final Map<String, byte[]> unsaved = new HashMap<>();

  /** Values, as they lie in the store and as they are published. */
  private record Pinned(String name, ByteBuffer json) {}

  private PinnedPolicies(Function<String, byte @Nullable []> rows, BiConsumer<String, byte[]> put) {
    this.rows = rows;
    this.put = put;
  }

  /** Of a store that can be written. */
  public static PinnedPolicies in(
      Function<String, byte @Nullable []> rows, BiConsumer<String, byte[]> put) {
    return new PinnedPolicies(rows, put);
  }

  /** Of a store that is only read. */
  public static PinnedPolicies readOnly(Function<String, byte @Nullable []> rows) {
    return new PinnedPolicies(
        rows,
        (name, _) -> {
          throw new IllegalStateException("policy: %s (expected: only read)".formatted(name));
        });
  }

  /** Under which name it lies, or will lie once it is {@linkplain #save saved}. */
  String nameOf(CasePolicy policy) {
    return pinned(policy).name();
  }

  /** Its JSON, written once for all cases that it holds for. */
  ByteBuffer jsonOf(CasePolicy policy) {
    return pinned(policy).json().asReadOnlyBuffer();
  }

  private Pinned pinned(CasePolicy policy) {
    Pinned known = pinned.get(policy);
    if (known != null) {
      return known;
    }
    byte[] json = ORDERED.writeValueAsBytes(policy);
    String name = HexFormat.of().formatHex(sha256(json)).substring(0, NAME);
    if (rows.apply(name) == null) {
      unsaved.put(name, json);
    }
    return remember(policy, new Pinned(name, ByteBuffer.wrap(json)));
  }

  /** Writes what was named and is not stored yet. */
  void save() {
    unsaved.forEach(put);
    unsaved.clear();
  }

  /**
   * The values under a name.
   *
   * @throws IllegalStateException if there are none: stored data is damaged
   */
  CasePolicy get(String name) {
    CasePolicy known = byName.get(name);
    if (known != null) {
      return known;
    }
    byte[] row = unsaved.getOrDefault(name, rows.apply(name));
    if (row == null) {
      throw new IllegalStateException("policy: no %s (expected: stored)".formatted(name));
    }
    CasePolicy policy = Json.read(row, CasePolicy.class);
    remember(policy, new Pinned(name, ByteBuffer.wrap(ORDERED.writeValueAsBytes(policy))));
    return policy;
  }

  private Pinned remember(CasePolicy policy, Pinned one) {
    if (pinned.size() >= REMEMBERED) {
      pinned.clear();
      byName.clear();
    }
    pinned.put(policy, one);
    byName.putIfAbsent(one.name(), policy);
    return one;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every Java has it
    }
  }
}
