package club.vafa.api.json;

import club.vafa.kernel.Money;
import java.util.Locale;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.ser.ValueSerializerModifier;

/** How values are written: ids and amounts as text, enums in lower case. */
final class Writers extends ValueSerializerModifier {
  private static final long serialVersionUID = 1L;

  @Override
  public ValueSerializer<?> modifySerializer(
      SerializationConfig config,
      BeanDescription.Supplier description,
      ValueSerializer<?> otherwise) {
    return isId(description.getBeanClass()) ? new AsText() : otherwise;
  }

  @Override
  public ValueSerializer<?> modifyEnumSerializer(
      SerializationConfig config,
      tools.jackson.databind.JavaType type,
      BeanDescription.Supplier description,
      ValueSerializer<?> otherwise) {
    return new AsLowerCase();
  }

  /** An id is a record of one UUID, whose text carries its prefix. */
  static boolean isId(Class<?> type) {
    return type.isRecord()
        && type.getRecordComponents().length == 1
        && type.getRecordComponents()[0].getType() == UUID.class;
  }

  static final class AsText extends ValueSerializer<Object> {
    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.toString());
    }
  }

  private static final class AsLowerCase extends ValueSerializer<Object> {
    @Override
    public void serialize(Object value, JsonGenerator out, SerializationContext context) {
      out.writeString(value.toString().toLowerCase(Locale.ROOT));
    }
  }

  static final class OfMoney extends ValueSerializer<Money> {
    @Override
    public void serialize(Money money, JsonGenerator out, SerializationContext context) {
      out.writeStartObject();
      out.writeStringProperty("amount", money.amount());
      out.writeStringProperty("currency", money.currency().getCurrencyCode());
      out.writeEndObject();
    }
  }
}
