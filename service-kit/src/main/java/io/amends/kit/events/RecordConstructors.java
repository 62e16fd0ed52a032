package io.amends.kit.events;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.ValueInstantiators;
import tools.jackson.databind.deser.std.StdValueInstantiator;

/**
 * Makes records by a method handle that was fitted to an array once. Jackson fits its own anew for
 * every record, which took a twelfth of the time of reading a case.
 */
final class RecordConstructors implements ValueInstantiators {

  @Override
  public @Nullable ValueInstantiator findValueInstantiator(
      DeserializationConfig config, BeanDescription.Supplier description) {
    return null; // the usual one
  }

  @Override
  public ValueInstantiator modifyValueInstantiator(
      DeserializationConfig config,
      BeanDescription.Supplier description,
      ValueInstantiator instantiator) {
    return description.isRecordType()
            && instantiator instanceof StdValueInstantiator standard
            && standard.getWithArgsCreator() != null
            && standard.getWithArgsCreator().getAnnotated() instanceof Constructor<?> constructor
        ? new Fitted(standard, fitted(constructor))
        : instantiator;
  }

  /** Takes an array of as many values as the record has, boxed, and gives the record. */
  private static MethodHandle fitted(Constructor<?> constructor) {
    try {
      constructor.setAccessible(true);
      return MethodHandles.lookup()
          .unreflectConstructor(constructor)
          .asSpreader(Object[].class, constructor.getParameterCount())
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (IllegalAccessException refused) {
      throw new IllegalStateException(constructor + ": refused (expected: accessible)", refused);
    }
  }

  private static final class Fitted extends StdValueInstantiator {

    private final MethodHandle constructor;

    Fitted(StdValueInstantiator standard, MethodHandle constructor) {
      super(standard);
      this.constructor = constructor;
    }

    @Override
    public @Nullable Object createFromObjectWith(DeserializationContext context, Object[] values) {
      try {
        return (Object) constructor.invokeExact(values);
      } catch (Throwable refused) { // whatever a constructor throws, told as Jackson tells it
        return context.handleInstantiationProblem(
            _valueClass, values, rewrapCtorProblem(context, refused));
      }
    }
  }
}
