package club.vafa.activity.web;

import club.vafa.activity.Activity;
import club.vafa.activity.ActivityCode;
import club.vafa.activity.EventType;
import club.vafa.activity.EventType.Attribute;
import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Scope;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The club's own types of events over HTTP. */
@RestController
class EventTypesApi {
  private static final String CODE = "[a-z][a-z0-9_.-]{0,63}";
  private static final int MOST_ATTRIBUTES = 50;
  private static final int LONGEST_NAME = 200;

  private final Activity activity;
  private final Answers answers;

  EventTypesApi(Activity activity, Answers answers) {
    this.activity = activity;
    this.answers = answers;
  }

  /** A type of event, with its attributes by code. */
  public record EventTypeRequest(
      @Nullable Map<String, String> names, @Nullable Map<String, AttributeRequest> attributes) {}

  /** An attribute: text, number, boolean or date. */
  public record AttributeRequest(@Nullable String type, @Nullable Boolean required) {}

  /** A type of event as the API tells it. */
  public record EventTypeView(
      String code, Map<String, String> names, Map<String, AttributeView> attributes) {
    static EventTypeView of(EventType type) {
      Map<String, String> names = new TreeMap<>();
      type.names().forEach((language, name) -> names.put(language.code(), name));
      Map<String, AttributeView> attributes = new TreeMap<>();
      type.attributes()
          .forEach((code, attribute) ->
              attributes.put(
                  code,
                  new AttributeView(
                      attribute.type().name().toLowerCase(Locale.ROOT), attribute.required())));
      return new EventTypeView(type.code(), names, attributes);
    }
  }

  /** An attribute as the API tells it. */
  public record AttributeView(String type, boolean required) {}

  @GetMapping("/v1/event-types")
  @Needs(Scope.SETTINGS_READ)
  @Gives(value = EventTypeView.class, list = true)
  @Operation(operationId = "listEventTypes", summary = "List event types")
  Page<EventTypeView> list(Caller caller) {
    return new Page<>(
        activity.eventTypes(caller.club()).stream().map(EventTypeView::of).toList(), null);
  }

  @PutMapping("/v1/event-types/{code}")
  @Needs(Scope.SETTINGS_WRITE)
  @Gives(EventTypeView.class)
  @Operation(operationId = "putEventType", summary = "Add or change an event type")
  ResponseEntity<?> put(
      @PathVariable("code") String code, @RequestBody EventTypeRequest request, Caller caller) {
    return answers.ok(
        read(code, request).map(type -> activity.putEventType(caller.club(), type)),
        EventTypeView::of);
  }

  private static Outcome<EventType> read(String code, EventTypeRequest request) {
    Input input = new Input();
    if (!code.matches(CODE)) {
      input.refuse("", ActivityCode.EVENT_TYPE_CODE_FORM);
    }
    Map<Language, String> names = new EnumMap<>(Language.class);
    if (request.names() != null) {
      request
          .names()
          .forEach((language, name) ->
              names.put(
                  language(input, language),
                  input.text("/names/" + Input.shortened(language), name, LONGEST_NAME)));
    }
    Map<String, Attribute> attributes = new HashMap<>();
    if (request.attributes() != null) {
      if (request.attributes().size() > MOST_ATTRIBUTES) {
        input.refuse("/attributes", InputCode.TOO_MANY_ITEMS, Map.of("limit", MOST_ATTRIBUTES));
      }
      request
          .attributes()
          .forEach((name, attribute) -> attribute(input, name, attribute, attributes));
    }
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : Outcome.done(new EventType(code, names, attributes));
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
      Input input, String name, @Nullable AttributeRequest request, Map<String, Attribute> into) {
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
