package club.vafa.api.json;

import club.vafa.api.Change;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;

/** Keeps apart a field that is missing and one that is null. */
final class ChangeReader extends ValueDeserializer<Change<?>> {
  private final JavaType type;

  ChangeReader(JavaType type) {
    this.type = type;
  }

  @Override
  public ValueDeserializer<?> createContextual(
      DeserializationContext context, BeanProperty property) {
    JavaType found = property == null ? context.getContextualType() : property.getType();
    return new ChangeReader(found.containedTypeOrUnknown(0));
  }

  @Override
  public Change<?> deserialize(JsonParser parser, DeserializationContext context) {
    return new Change<>(context.readValue(parser, type));
  }

  @Override
  public Object getNullValue(DeserializationContext context) {
    return new Change<>(null);
  }

  @Override
  @SuppressWarnings("NullAway") // Jackson takes null for "missing".
  public Object getAbsentValue(DeserializationContext context) {
    return null;
  }
}
