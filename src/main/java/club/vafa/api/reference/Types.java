package club.vafa.api.reference;

import club.vafa.api.Change;
import club.vafa.api.Decimal;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Money;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes the types that are not written as their Java shape suggests. */
@Component
class Types implements ModelConverter {
  @Override
  @SuppressWarnings("rawtypes")
  public @Nullable Schema resolve(
      AnnotatedType asked, ModelConverterContext context, Iterator<ModelConverter> others) {
    JavaType type = TypeFactory.defaultInstance().constructType(asked.getType());
    if (type.getRawClass() == Change.class) {
      AnnotatedType inner =
          new AnnotatedType(type.containedTypeOrUnknown(0))
              .ctxAnnotations(asked.getCtxAnnotations())
              .resolveAsRef(asked.isResolveAsRef());
      return context.resolve(inner);
    }
    Schema<?> own = own(type.getRawClass());
    if (own != null) {
      return own;
    }
    return others.hasNext() ? others.next().resolve(asked, context, others) : null;
  }

  private static @Nullable Schema<?> own(Class<?> type) {
    if (type.isEnum()) {
      StringSchema words = text(null, null);
      Arrays.stream(type.getEnumConstants())
          .map(word -> word.toString().toLowerCase(Locale.ROOT))
          .forEach(words::addEnumItem);
      return words;
    }
    if (type == Decimal.class) {
      return text("A decimal; a JSON number is accepted too.", "12.50").pattern(DECIMAL);
    }
    if (type == Amount.class) {
      return text("A decimal.", "120").pattern(DECIMAL);
    }
    if (type == Instant.class) {
      return text(null, "2026-11-22T10:15:00+03:30").format("date-time");
    }
    if (type == LocalDate.class) {
      return text(null, "2026-11-22").format("date");
    }
    if (type == Money.class) {
      return money();
    }
    return type.isRecord()
            && type.getRecordComponents().length == 1
            && type.getRecordComponents()[0].getType() == UUID.class
        ? text(null, prefix(type) + "_01kayq5w3ke0t8fqz1v2m3n4p5")
        : null;
  }

  private static final String DECIMAL = "^[+-]?[0-9]{1,40}([.][0-9]{1,40})?$";

  private static StringSchema text(@Nullable String description, @Nullable String example) {
    StringSchema schema = new StringSchema();
    schema.addType("string");
    schema.setDescription(description);
    if (example != null) {
      schema.setExample(example);
    }
    return schema;
  }

  private static Schema<?> money() {
    Schema<Object> money = new Schema<>();
    money.addType("object");
    money.addProperty("amount", text("In major units.", "12.50").pattern(DECIMAL));
    money.addProperty("currency", text("ISO 4217.", "EUR"));
    money.setRequired(List.of("amount", "currency"));
    return money;
  }

  private static String prefix(Class<?> id) {
    try {
      Field prefix = id.getField("PREFIX");
      return (String) prefix.get(null);
    } catch (ReflectiveOperationException none) {
      return "id";
    }
  }

  @Override
  public boolean isOpenapi31() {
    return true;
  }
}
