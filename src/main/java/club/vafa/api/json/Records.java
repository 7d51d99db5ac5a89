package club.vafa.api.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.ValueInstantiator;
import tools.jackson.databind.deser.std.StdValueInstantiator;
import tools.jackson.databind.introspect.AnnotatedWithParams;
import tools.jackson.databind.module.SimpleValueInstantiators;

/**
 * Makes records out of what was read. Jackson works out anew for every record how its constructor
 * takes a list of arguments; here that is worked out once for each type.
 */
final class Records extends SimpleValueInstantiators {
  private static final long serialVersionUID = 1L;

  @Override
  public ValueInstantiator modifyValueInstantiator(
      DeserializationConfig config,
      BeanDescription.Supplier description,
      ValueInstantiator otherwise) {
    AnnotatedWithParams creator = otherwise.getWithArgsCreator();
    return description.getBeanClass().isRecord()
            && otherwise.getClass() == StdValueInstantiator.class
            && creator != null
            && creator.getAnnotated() instanceof Constructor<?> constructor
        ? new OfRecord((StdValueInstantiator) otherwise, constructor)
        : otherwise;
  }

  private static final class OfRecord extends StdValueInstantiator {
    private static final MethodType SPREAD = MethodType.methodType(Object.class, Object[].class);

    private final MethodHandle made;

    OfRecord(StdValueInstantiator otherwise, Constructor<?> constructor) {
      super(otherwise);
      constructor.setAccessible(true);
      try {
        this.made =
            MethodHandles.lookup()
                .unreflectConstructor(constructor)
                .asSpreader(Object[].class, constructor.getParameterCount())
                .asType(SPREAD);
      } catch (IllegalAccessException closed) {
        throw new IllegalStateException(closed);
      }
    }

    @Override
    public @Nullable Object createFromObjectWith(DeserializationContext context, Object[] args) {
      try {
        return (Object) made.invokeExact(args);
      } catch (Throwable refused) {
        // Made once more in the usual way, which tells what went wrong.
        return super.createFromObjectWith(context, args);
      }
    }
  }
}
