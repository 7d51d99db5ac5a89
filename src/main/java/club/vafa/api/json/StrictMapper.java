package club.vafa.api.json;

import club.vafa.api.Change;
import club.vafa.api.Decimal;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Money;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.time.Instant;
import java.time.LocalDate;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** The mapper of the public API: reads exactly what is documented and nothing near it. */
public final class StrictMapper {
  private static final int DEEPEST = 64;
  private static final int LONGEST_NUMBER = 100;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_STRING = 600_000;

  private StrictMapper() {}

  public static JsonMapper create() {
    StreamReadConstraints constraints =
        StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST)
            .maxNumberLength(LONGEST_NUMBER)
            .maxNameLength(LONGEST_NAME)
            .maxStringLength(LONGEST_STRING)
            .build();
    return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(constraints).build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfigDefaults(config -> {
          for (CoercionInputShape shape : CoercionInputShape.values()) {
            config.setCoercion(shape, CoercionAction.Fail);
          }
        })
        .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(Include.NON_NULL))
        .addModule(module())
        .build();
  }

  private static SimpleModule module() {
    SimpleModule module = new SimpleModule("vafa");
    module.addDeserializer(String.class, new Readers.OfString());
    module.addDeserializer(Decimal.class, new Readers.OfDecimal());
    module.addDeserializer(LocalDate.class, new Readers.OfDate());
    module.addDeserializer(Instant.class, new Readers.OfInstant());
    module.setValueInstantiators(new Records());
    module.setDeserializerModifier(new EnumsInLowerCase());
    module.addSerializer(Decimal.class, new Writers.AsText());
    module.addSerializer(Amount.class, new Writers.AsText());
    module.addSerializer(Money.class, new Writers.OfMoney());
    module.setSerializerModifier(new Writers());
    return module;
  }

  private static final class EnumsInLowerCase extends ValueDeserializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public ValueDeserializer<?> modifyEnumDeserializer(
        DeserializationConfig config,
        JavaType type,
        BeanDescription.Supplier description,
        ValueDeserializer<?> otherwise) {
      return new Readers.OfEnum(type.getRawClass());
    }

    @Override
    public ValueDeserializer<?> modifyDeserializer(
        DeserializationConfig config,
        BeanDescription.Supplier description,
        ValueDeserializer<?> otherwise) {
      return description.getBeanClass() == Change.class
          ? new ChangeReader(description.getType())
          : otherwise;
    }
  }
}
