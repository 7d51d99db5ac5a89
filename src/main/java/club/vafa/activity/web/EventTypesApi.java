package club.vafa.activity.web;

import club.vafa.activity.Activity;
import club.vafa.activity.EventType;
import club.vafa.activity.EventTypeForm;
import club.vafa.activity.EventTypeForm.AttributeForm;
import club.vafa.api.Answers;
import club.vafa.api.Caller;
import club.vafa.api.Gives;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Scope;
import club.vafa.kernel.Outcome;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
  private final Activity activity;
  private final Answers answers;

  EventTypesApi(Activity activity, Answers answers) {
    this.activity = activity;
    this.answers = answers;
  }

  /** A type of event, with its attributes by code. */
  public record EventTypeRequest(
      @Nullable Map<String, @Nullable String> names,
      @Nullable Map<String, @Nullable AttributeRequest> attributes) {}

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
    Map<String, @Nullable AttributeForm> attributes = new TreeMap<>();
    if (request.attributes() != null) {
      request
          .attributes()
          .forEach((name, one) ->
              attributes.put(
                  name, one == null ? null : new AttributeForm(one.type(), one.required())));
    }
    return new EventTypeForm(code, request.names(), attributes).read("");
  }
}
