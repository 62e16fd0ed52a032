package io.amends.contracts.published.wire;

import java.util.List;
import java.util.Map;

/** What a Java type of the contract is on the wire. */
public sealed interface WireType {

  /**
   * A value without parts.
   *
   * @param schema its JSON Schema
   * @param words how a person reads it, with unit or zone
   */
  record Plain(Map<String, Object> schema, String words) implements WireType {}

  /** A value of ours without parts, such as a guest id. */
  record Named(Class<?> name, Plain as) implements WireType {}

  /** One of these codes. */
  record Choice(Class<?> name, List<String> codes) implements WireType {}

  /** An object with these fields, in this order. */
  record Structure(Class<?> name, List<Field> fields) implements WireType {}

  /** One of these objects; the field {@code tag} says which. */
  record OneOf(Class<?> name, String tag, Map<String, Structure> byTag) implements WireType {}

  /**
   * A list.
   *
   * @param unique whether nothing stands in it twice, and the order means nothing
   */
  record Many(WireType of, boolean unique) implements WireType {}

  /** An object whose fields are named by its data. */
  record ByKey(WireType key, WireType value) implements WireType {}

  /** A field of an object. */
  record Field(String name, WireType type, boolean required, Component from) {}

  /** Where a field stands in the code. */
  record Component(Class<?> in, String name) {}
}
