package club.vafa;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the API says about itself, read so that it can be asked and its answers be judged. */
final class ApiDescription {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Pattern INTEGER = Pattern.compile("-?\\d+");
  private static final int DEEPEST = 12;

  private final JsonNode document;
  private final List<Operation> operations = new ArrayList<>();

  /** A parameter in the path, the query or a header. */
  record Parameter(String name, String in) {}

  /** An operation; the body is a schema, or missing when there is none. */
  record Operation(
      String name,
      String method,
      String path,
      List<Parameter> parameters,
      @Nullable JsonNode body,
      Map<Integer, JsonNode> answers) {
    /** The collection it is about: {@code members} of {@code /v1/members/{id}/cards}. */
    String collection() {
      return path.replaceFirst("^/v1/", "").replaceFirst("[/:].*", "");
    }

    boolean takesBody() {
      return !method.equals("GET") && !method.equals("DELETE");
    }
  }

  ApiDescription(JsonNode document) {
    this.document = document;
    document
        .get("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .properties()
                .forEach(operation -> {
                  if (METHODS.contains(operation.getKey())) {
                    operations.add(
                        operation(operation.getKey(), path.getKey(), operation.getValue()));
                  }
                }));
  }

  List<Operation> operations() {
    return operations;
  }

  private Operation operation(String method, String path, JsonNode said) {
    List<Parameter> parameters = new ArrayList<>();
    for (JsonNode parameter : said.path("parameters")) {
      JsonNode one = resolved(parameter);
      parameters.add(new Parameter(one.get("name").asString(), one.get("in").asString()));
    }
    Map<Integer, JsonNode> answers = new TreeMap<>();
    said.get("responses")
        .properties()
        .forEach(answer -> {
          if (INTEGER.matcher(answer.getKey()).matches()) {
            answers.put(
                Integer.valueOf(answer.getKey()),
                resolved(answer.getValue()).at("/content/application~1json/schema"));
          }
        });
    JsonNode body = said.at("/requestBody/content/application~1json/schema");
    String verb = method.toUpperCase(java.util.Locale.ROOT);
    return new Operation(
        verb + " " + path, verb, path, parameters, body.isMissingNode() ? null : body, answers);
  }

  /** What a reference points to; anything else is itself. */
  JsonNode resolved(JsonNode node) {
    JsonNode reference = node.path("$ref");
    return reference.isString() ? document.at(reference.asString().substring(1)) : node;
  }

  /** The types a schema allows by name; empty when it does not say. */
  static List<String> types(JsonNode schema) {
    JsonNode type = schema.path("type");
    List<String> types = new ArrayList<>();
    if (type.isString()) {
      types.add(type.asString());
    }
    type.forEach(one -> types.add(one.asString()));
    return types;
  }

  /** Where a value is not what its schema says: wrong types, missing fields, unknown choices. */
  List<String> faults(JsonNode schema, JsonNode value) {
    List<String> faults = new ArrayList<>();
    check(schema, value, "", faults);
    return faults;
  }

  private void check(JsonNode said, JsonNode value, String at, List<String> faults) {
    JsonNode schema = resolved(said);
    if (at.split("/", -1).length > DEEPEST || schema.isMissingNode()) {
      return;
    }
    for (JsonNode part : schema.path("allOf")) {
      check(part, value, at, faults);
    }
    for (String choice : List.of("oneOf", "anyOf")) {
      JsonNode choices = schema.path(choice);
      if (!choices.isEmpty()
          && choices.valueStream().noneMatch(one -> faults(one, value).isEmpty())) {
        faults.add(at + " is none of the choices: " + value);
      }
    }
    List<String> types = types(schema);
    if (!types.isEmpty() && types.stream().noneMatch(type -> isA(type, value))) {
      faults.add(at + " should be " + types + " and is " + value);
      return;
    }
    JsonNode choices = schema.path("enum");
    if (!choices.isEmpty() && choices.valueStream().noneMatch(value::equals)) {
      faults.add(at + " should be one of " + choices + " and is " + value);
    }
    if (value.isObject()) {
      fields(schema, value, at, faults);
    } else if (value.isArray() && schema.has("items")) {
      for (int item = 0; item < value.size(); item++) {
        check(schema.get("items"), value.get(item), at + "/" + item, faults);
      }
    }
  }

  private void fields(JsonNode schema, JsonNode value, String at, List<String> faults) {
    for (JsonNode name : schema.path("required")) {
      if (!value.has(name.asString())) {
        faults.add(at + " lacks " + name.asString());
      }
    }
    value
        .properties()
        .forEach(field -> {
          JsonNode known = schema.path("properties").path(field.getKey());
          check(known, field.getValue(), at + "/" + field.getKey(), faults);
        });
  }

  private static boolean isA(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isString();
      case "boolean" -> value.isBoolean();
      case "integer" -> value.isIntegralNumber();
      case "number" -> value.isNumber();
      case "null" -> value.isNull();
      default -> true;
    };
  }
}
