package io.amends.kit.documents;

import io.amends.kit.events.Json;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads YAML and notes where every value begins. */
final class YamlText {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final Map<String, Place> places = new HashMap<>();
  private final Set<Node> met = Collections.newSetFromMap(new IdentityHashMap<>());

  private YamlText() {}

  static Document read(String text) {
    YamlText reading = new YamlText();
    Node root = compose(text);
    if (root == null) {
      throw new Unreadable(new Place(1, 1), "nothing", "a document");
    }
    return new Document(reading.value("", root), reading.places);
  }

  private static @Nullable Node compose(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setProcessComments(false);
    DumperOptions unused = new DumperOptions();
    try {
      return new org.yaml.snakeyaml.Yaml(
              new SafeConstructor(options),
              new Representer(unused),
              unused,
              options,
              new JsonScalars())
          .compose(new StringReader(text));
    } catch (MarkedYAMLException unreadable) {
      Mark at = unreadable.getProblemMark();
      throw new Unreadable(
          at == null ? new Place(1, 1) : placeOf(at),
          String.valueOf(unreadable.getProblem()).lines().findFirst().orElse("something else"),
          "YAML");
    } catch (YAMLException unreadable) {
      throw new Unreadable(new Place(1, 1), "a character that no text has", "YAML");
    }
  }

  private JsonNode value(String pointer, Node node) {
    places.put(pointer, placeOf(node.getStartMark()));
    if (!met.add(node) && !(node instanceof ScalarNode)) {
      throw new Unreadable(placeOf(node.getStartMark()), "a list used twice", "no aliases");
    }
    return switch (node) {
      case MappingNode map when map.getTag().equals(Tag.MAP) -> object(pointer, map);
      case SequenceNode list when list.getTag().equals(Tag.SEQ) -> list(pointer, list);
      case ScalarNode scalar -> scalar(scalar);
      default -> throw tagged(node);
    };
  }

  private ObjectNode object(String pointer, MappingNode map) {
    ObjectNode object = Json.mapper().createObjectNode();
    for (NodeTuple entry : map.getValue()) {
      Place at = placeOf(entry.getKeyNode().getStartMark());
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        throw new Unreadable(at, "a list or an object", "the name of a field");
      }
      if (object.has(key.getValue())) {
        throw new Unreadable(at, key.getValue() + " for the second time", "each field once");
      }
      object.set(
          key.getValue(), value(Document.below(pointer, key.getValue()), entry.getValueNode()));
    }
    return object;
  }

  private ArrayNode list(String pointer, SequenceNode nodes) {
    ArrayNode list = Json.mapper().createArrayNode();
    for (Node node : nodes.getValue()) {
      list.add(value(pointer + '/' + list.size(), node));
    }
    return list;
  }

  private static JsonNode scalar(ScalarNode scalar) {
    Tag tag = scalar.getTag();
    String text = scalar.getValue();
    if (tag.equals(Tag.STR)) {
      return NODES.stringNode(text);
    }
    if (tag.equals(Tag.NULL)) {
      return NODES.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return NODES.booleanNode(Boolean.parseBoolean(text));
    }
    if (tag.equals(Tag.INT) && JsonScalars.isWhole(text)) {
      return whole(new BigInteger(text));
    }
    if (tag.equals(Tag.FLOAT) && JsonScalars.isDecimal(text)) {
      return NODES.numberNode(new BigDecimal(text));
    }
    throw tagged(scalar);
  }

  /** As small a node as JSON's own parser would make of it. */
  private static JsonNode whole(BigInteger number) {
    if (number.bitLength() < Integer.SIZE) {
      return NODES.numberNode(number.intValue());
    }
    return number.bitLength() < Long.SIZE
        ? NODES.numberNode(number.longValue())
        : NODES.numberNode(number);
  }

  private static Unreadable tagged(Node node) {
    return new Unreadable(placeOf(node.getStartMark()), "a value with a tag", "a plain value");
  }

  private static Place placeOf(Mark mark) {
    return new Place(mark.getLine() + 1, mark.getColumn() + 1);
  }
}
