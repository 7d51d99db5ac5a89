package club.vafa.activity;

import club.vafa.activity.EventType.Attribute;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A type of event as people write it, in and out. */
public record EventTypeForm(
    @Nullable String code,
    @Nullable Map<String, @Nullable String> names,
    @Nullable Map<String, @Nullable AttributeForm> attributes) {
  private static final String CODE = "[a-z][a-z0-9_.-]{0,63}";
  private static final int MOST_ATTRIBUTES = 50;
  private static final int LONGEST_NAME = 200;

  /** An attribute: text, number, boolean or date. */
  public record AttributeForm(@Nullable String type, @Nullable Boolean required) {}

  public static EventTypeForm of(EventType type) {
    Map<String, @Nullable String> names = new TreeMap<>();
    type.names().forEach((language, name) -> names.put(language.code(), name));
    Map<String, @Nullable AttributeForm> attributes = new TreeMap<>();
    type.attributes()
        .forEach((name, attribute) ->
            attributes.put(
                name,
                new AttributeForm(
                    attribute.type().name().toLowerCase(Locale.ROOT), attribute.required())));
    return new EventTypeForm(type.code(), names, attributes);
  }

  /**
   * The type, or everything that is wrong with it.
   *
   * @param place the pointer to its code
   */
  public Outcome<EventType> read(String place) {
    Input input = new Input();
    String name = code == null ? "" : code;
    if (!name.matches(CODE) || name.equals(Unit.Waiting.NextVisit.CODE)) {
      input.refuse(place, ActivityCode.EVENT_TYPE_CODE_FORM);
    }
    Map<Language, String> titles = new EnumMap<>(Language.class);
    if (names != null) {
      names.forEach((language, title) ->
          titles.put(
              language(input, language),
              input.text("/names/" + Input.shortened(language), title, LONGEST_NAME)));
    }
    Map<String, Attribute> read = new HashMap<>();
    if (attributes != null) {
      if (attributes.size() > MOST_ATTRIBUTES) {
        input.refuse("/attributes", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_ATTRIBUTES));
      }
      attributes.forEach((one, attribute) -> attribute(input, one, attribute, read));
    }
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : Outcome.done(new EventType(name, titles, read));
  }

  private static Language language(Input input, String code) {
    Optional<Language> known =
        Arrays.stream(Language.values()).filter(one -> one.code().equals(code)).findFirst();
    if (known.isEmpty()) {
      input.refuse(
          "/names",
          InputCode.UNKNOWN_VALUE,
          Map.of("value", Input.shortened(code), "allowed", "en, fa, ar"));
    }
    return known.orElse(Language.EN);
  }

  private static void attribute(
      Input input, String name, @Nullable AttributeForm request, Map<String, Attribute> into) {
    String pointer = "/attributes/" + Input.shortened(name).replace("~", "~0").replace("/", "~1");
    if (!name.matches(CODE)) {
      input.refuse(pointer, ActivityCode.EVENT_ATTRIBUTE_CODE_FORM);
      return;
    }
    String sent = request == null || request.type() == null ? "" : request.type();
    Optional<EventType.Type> type =
        Arrays.stream(EventType.Type.values())
            .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(sent))
            .findFirst();
    if (request == null || type.isEmpty()) {
      String allowed =
          Arrays.stream(EventType.Type.values())
              .map(one -> one.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
      input.refuse(
          pointer + "/type",
          InputCode.UNKNOWN_VALUE,
          Map.of("value", Input.shortened(sent), "allowed", allowed));
      return;
    }
    into.put(name, new Attribute(type.get(), Boolean.TRUE.equals(request.required())));
  }
}
