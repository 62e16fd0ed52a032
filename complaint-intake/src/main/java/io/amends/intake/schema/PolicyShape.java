package io.amends.intake.schema;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.amends.contracts.intake.ArrivalOutcome.Flaw;
import io.amends.contracts.policy.HotelPolicy;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether a document is a policy: everything that the rules read is there, and is what they read.
 * What they do not read is for people, and passes.
 */
public final class PolicyShape {

  private final List<Flaw> flaws = new ArrayList<>();

  private PolicyShape() {}

  /** What is wrong; empty if nothing is. */
  public static List<Flaw> flaws(JsonNode policy) {
    PolicyShape shape = new PolicyShape();
    shape.look("", policy, HotelPolicy.class);
    return shape.flaws.isEmpty() ? Values.flaws(policy, HotelPolicy.class) : shape.flaws;
  }

  private void look(String pointer, JsonNode node, Type type) {
    if (type instanceof Class<?> plain && plain.isRecord() && node.isObject()) {
      for (RecordComponent component : plain.getRecordComponents()) {
        lookAt(pointer + "/" + nameOf(component), node.path(nameOf(component)), component);
      }
    } else if (type instanceof ParameterizedType several) {
      lookInside(pointer, node, several);
    }
  }

  private void lookAt(String pointer, JsonNode node, RecordComponent component) {
    boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    boolean absent = node.isMissingNode() || node.isNull();
    if (absent && !optional) {
      flaws.add(new Flaw(pointer, null, "present, as in the policy that ships"));
    } else if (!absent && expectsMany(component) && !node.isContainer()) {
      flaws.add(new Flaw(pointer, Values.found(node), "a list or an object"));
    } else {
      look(pointer, node, component.getGenericType());
    }
  }

  private static boolean expectsMany(RecordComponent component) {
    return component.getGenericType() instanceof ParameterizedType;
  }

  private void lookInside(String pointer, JsonNode node, ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    Type element = arguments[arguments.length - 1];
    if (node.isObject()) {
      node.properties()
          .forEach(entry -> look(pointer + "/" + entry.getKey(), entry.getValue(), element));
    } else {
      for (int i = 0; i < node.size(); i++) {
        look(pointer + "/" + i, node.get(i), element);
      }
    }
  }

  private static String nameOf(RecordComponent component) {
    JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
    return renamed == null ? component.getName() : renamed.value();
  }
}
