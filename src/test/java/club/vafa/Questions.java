package club.vafa;

import club.vafa.ApiDescription.Operation;
import club.vafa.ApiDescription.Parameter;
import club.vafa.Nasty.Raw;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes requests: some good, most of them good ones spoiled in a place or two. */
final class Questions {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST_IDS = 500;
  private static final byte[] TEN_MEGABYTES = new byte[10 * 1024 * 1024];

  private final ApiDescription api;
  private final Map<String, List<String>> ours = new ConcurrentHashMap<>();
  private final Map<String, List<String>> theirs;
  private final List<JsonNode> campaigns;
  private final List<String> lasting = new CopyOnWriteArrayList<>();

  /**
   * @param theirs ids of the other club, by collection
   */
  Questions(ApiDescription api, Map<String, List<String>> theirs) {
    this.api = api;
    this.theirs = theirs;
    try (var file = Questions.class.getResourceAsStream("/bench/campaigns.json")) {
      this.campaigns = JSON.readTree(file).valueStream().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Remembers a member that the storm is about, and never blocks, merges or erases. */
  void keep(String member) {
    lasting.add(member);
  }

  /** Remembers an id that an answer brought, to ask about it later. */
  void learn(String collection, String id) {
    List<String> known = ours.computeIfAbsent(collection, _ -> new CopyOnWriteArrayList<>());
    if (known.size() < MOST_IDS) {
      known.add(id);
    }
  }

  Question ask(Operation operation, SplittableRandom random) {
    return new Maker(operation, random).make();
  }

  /** One request under way. */
  private final class Maker {
    private final Operation operation;
    private final SplittableRandom random;
    private boolean foreign;

    Maker(Operation operation, SplittableRandom random) {
      this.operation = operation;
      this.random = random;
    }

    Question make() {
      String path = path() + query();
      Map<String, String> headers = headers();
      byte[] body = operation.takesBody() ? body() : new byte[0];
      boolean anonymous = headers.containsKey("Authorization");
      return new Question(operation, path, headers, body, anonymous, isForeign(path, body));
    }

    /** What was meant to be foreign may have been spoiled since. */
    private boolean isForeign(String path, byte[] body) {
      if (!foreign) {
        return false;
      }
      String text = path + new String(body, StandardCharsets.UTF_8);
      return theirs.values().stream().flatMap(List::stream).anyMatch(text::contains);
    }

    private boolean rarely(int percent) {
      return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> all) {
      return Nasty.any(all, random);
    }

    private String path() {
      StringBuilder path = new StringBuilder();
      for (String part : operation.path().split("(?=/)")) {
        path.append(part.startsWith("/{") ? "/" + encoded(segment(part)) : part);
      }
      return path.toString();
    }

    private String segment(String part) {
      if (rarely(15)) {
        return Nasty.segment(random);
      }
      if (part.equals("/{id}")) {
        return id(operation.collection());
      }
      return any(
          operation.collection().equals("units")
              ? List.of("points", "credit", "stamps", "u1")
              : List.of("b1", "b2", "visit", "t1"));
    }

    private String id(String collection) {
      List<String> others = theirs.getOrDefault(collection, List.of());
      if (rarely(12) && !others.isEmpty()) {
        foreign = true;
        return any(others);
      }
      boolean members = collection.equals("members");
      if (members && !isEnding() && rarely(80)) {
        return any(lasting);
      }
      List<String> known = ours.getOrDefault(collection, List.of());
      return known.isEmpty() ? "mbr_00000000000000000000000000" : any(known);
    }

    /** What a member does not come back from. */
    private boolean isEnding() {
      return operation.method().equals("DELETE")
          || operation.path().endsWith("/merge")
          || operation.path().endsWith("/block");
    }

    private String query() {
      List<String> pairs = new ArrayList<>();
      for (Parameter parameter : operation.parameters()) {
        if (parameter.in().equals("query")
            && rarely(operation.path().equals("/v1/purchases") ? 90 : 40)) {
          pairs.add(encoded(parameter.name()) + "=" + encoded(queryValue(parameter.name())));
        }
      }
      if (rarely(4)) {
        pairs.add(encoded(Nasty.name(random)) + "=1");
      }
      if (rarely(3) && !pairs.isEmpty()) {
        pairs.add(pairs.getFirst());
      }
      return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private String queryValue(String name) {
      if (rarely(35)) {
        return Nasty.segment(random);
      }
      return switch (name) {
        case "limit" -> any(List.of("1", "2", "200", "201", "0", "-1", "2147483648", "1.5", "٥"));
        case "after" ->
            any(
                List.of(
                    "AA",
                    "AAAA",
                    "Cg",
                    "eA",
                    "_-8",
                    "=",
                    "MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAw",
                    "eA".repeat(900)));
        case "unit" -> any(List.of("points", "credit", "nothing"));
        case "phone" -> phone();
        case "source" -> any(List.of("t", "x"));
        case "externalId" -> "e" + random.nextInt(300);
        default -> any(List.of("Sara", "سارا", "%", "_", "a", "C-1"));
      };
    }

    private Map<String, String> headers() {
      Map<String, String> headers = new LinkedHashMap<>();
      headers.put("Accept-Language", any(List.of("en", "fa", "ar", "fa-IR,en;q=0.5")));
      if (rarely(15)) {
        headers.put(
            "Idempotency-Key",
            any(
                List.of(
                    "k" + random.nextInt(20),
                    "k" + random.nextLong(),
                    "x".repeat(255),
                    "x".repeat(256),
                    "a b",
                    "é",
                    "\"quoted\"",
                    "-")));
      }
      if (rarely(3)) {
        headers.put(
            "Authorization",
            any(
                List.of(
                    "",
                    "Bearer",
                    "Bearer x",
                    "Bearer vafa_" + "a".repeat(40),
                    "Basic YTpi",
                    "bearer \u00e9",
                    "Bearer " + "x".repeat(4_000),
                    "Digest a=\"b\"")));
      }
      if (rarely(3)) {
        headers.put("Accept", any(List.of("text/html", "application/xml", "*/*", "x", "image/*")));
      }
      if (rarely(4)) {
        headers.put(
            "Content-Type",
            any(
                List.of(
                    "text/plain",
                    "application/xml",
                    "multipart/form-data",
                    "application/json;charset=utf-16",
                    "application/x-www-form-urlencoded",
                    "x",
                    "application/problem+json",
                    "/",
                    "application/json; charset=nonsense")));
      }
      if (rarely(2)) {
        headers.put(
            "traceparent", any(List.of("x", "00-" + "0".repeat(32) + "-1-01", "é".repeat(60))));
      }
      if (rarely(1)) {
        headers.put("Content-Encoding", "gzip");
      }
      return headers;
    }

    private byte[] body() {
      if (random.nextInt(800) == 0) {
        return TEN_MEGABYTES;
      }
      Object good = good();
      if (!rarely(55)) {
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
          good = spoiled(good);
        }
      }
      StringBuilder text = new StringBuilder();
      write(good, text);
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
      return rarely(4) ? Nasty.bytes(bytes, random) : bytes;
    }

    private Object good() {
      Object known = rarely(70) ? known() : null;
      if (known != null) {
        return known;
      }
      JsonNode schema = operation.body();
      return schema == null ? new LinkedHashMap<>() : fromSchema("", schema, 0);
    }

    /** Bodies that would be fine, for operations whose schema does not tell the whole story. */
    private @Nullable Object known() {
      return switch (operation.name()) {
        case "POST /v1/purchases", "POST /v1/purchases/quote" -> sale();
        case "POST /v1/purchases:batch" -> {
          List<Object> sales = new ArrayList<>();
          for (int at = 0; at < 1 + random.nextInt(5); at++) {
            sales.add(sale());
          }
          yield object("purchases", sales);
        }
        case "POST /v1/purchases/{id}/returns" ->
            rarely(50)
                ? object("externalId", "r" + random.nextInt(1000), "all", true)
                : object(
                    "externalId",
                    "r" + random.nextInt(1000),
                    "lines",
                    list(object("line", random.nextInt(2), "quantity", "1")));
        case "POST /v1/holds" ->
            object("member", member(), "unit", "points", "amount", "1", "expiresIn", "PT5M");
        case "POST /v1/members/{id}/adjustments" ->
            object("unit", unit(), "amount", amount(), "reason", "trial");
        case "POST /v1/members/{id}/merge" -> object("into", id("members"));
        case "POST /v1/members/{id}/cards" -> object("number", "C-" + random.nextInt(500));
        case "POST /v1/campaigns", "PUT /v1/campaigns/{id}" -> campaign();
        case "PUT /v1/event-types/{code}" ->
            object(
                "names",
                object("en", "Visit"),
                "attributes",
                object("rating", object("type", any(List.of("number", "text", "date")))));
        case "POST /v1/events" ->
            object(
                "type",
                any(List.of("visit", "b1")),
                "member",
                member(),
                "source",
                "t",
                "externalId",
                "v" + random.nextInt(300),
                "attributes",
                object("rating", any(List.of(new Raw("5"), "x", "2026-01-01"))));
        case "POST /v1/units", "PUT /v1/units/{code}" -> unitBody();
        default -> null;
      };
    }

    private Object sale() {
      Map<String, Object> sale =
          object(
              "source",
              "t",
              "externalId",
              "e" + random.nextInt(300),
              "currency",
              "EUR",
              "lines",
              list(
                  object("sku", "A", "quantity", "1", "amount", amount()),
                  object(
                      "sku",
                      "B",
                      "category",
                      "cat-" + random.nextInt(12),
                      "quantity",
                      "2.5",
                      "unitPrice",
                      "1",
                      "amount",
                      amount(),
                      "cost",
                      "0.5")));
      if (rarely(85)) {
        sale.put("member", member());
      }
      if (rarely(20)) {
        sale.put(
            "occurredAt",
            rarely(60)
                ? "2026-01-0" + (1 + random.nextInt(9)) + "T10:00:00+03:30"
                : Nasty.time(random));
      }
      if (rarely(30)) {
        sale.put("coupons", list("SAVE" + random.nextInt(6)));
      }
      if (rarely(30)) {
        sale.put(
            "payments",
            list(
                object("kind", "wallet", "unit", unit(), "amount", amount()),
                object("kind", "cash", "amount", "1")));
      }
      if (rarely(10)) {
        sale.put("branch", "b1");
      }
      if (rarely(20) && operation.path().endsWith("quote")) {
        sale.put("asOf", Nasty.time(random));
      }
      return sale;
    }

    private Object unitBody() {
      return object(
          "code",
          "u" + random.nextInt(5),
          "kind",
          any(List.of("points", "credit", "stamps")),
          "names",
          object("en", "U", "fa", "ی"),
          "decimals",
          random.nextInt(4),
          "rounding",
          any(List.of("down", "up", "half_up")),
          "mayOwe",
          rarely(50),
          "worth",
          any(List.of("0.01", "1", "1000000000", "0.000000001")),
          "expiry",
          any(
              List.of(
                  object("kind", "never"),
                  object(
                      "kind",
                      "rolling",
                      "months",
                      any(List.of(12, 1, 0, 1_000_000)),
                      "days",
                      any(List.of(0, 1, 2_000_000_000)),
                      "endOf",
                      "month"),
                  object(
                      "kind",
                      "at_end_of",
                      "endOf",
                      "year",
                      "later",
                      any(List.of(0, 1, 900_000_000))),
                  object("kind", "while_active", "months", 3, "days", 0))),
          "waiting",
          any(
              List.of(
                  object("kind", "none"),
                  object("kind", "event", "type", "visit"),
                  object("kind", "days", "days", any(List.of(1, 2_000_000_000))))));
    }

    private Object campaign() {
      @SuppressWarnings("unchecked")
      Map<String, Object> campaign = JSON.convertValue(any(campaigns), LinkedHashMap.class);
      campaign.put("code", campaign.get("code") + "-" + random.nextInt(1000));
      return campaign;
    }

    private String amount() {
      return any(
          List.of(
              "1",
              "10.90",
              "2.50",
              "999999.99",
              "0",
              "-1",
              "0.01",
              "10000000000000",
              "10000000000001",
              "5"));
    }

    private String unit() {
      return any(List.of("points", "points", "credit", "stamps", "u1", "u2"));
    }

    private String phone() {
      return "+491511234%04d".formatted(random.nextInt(30));
    }

    private Object member() {
      return switch (random.nextInt(5)) {
        case 0 -> object("id", id("members"));
        case 1 -> object("card", "C-" + random.nextInt(500));
        case 2 -> object("externalId", "m" + random.nextInt(50));
        default -> object("phone", phone());
      };
    }

    /** A value of a schema, with the help of the field's name. */
    private Object fromSchema(String name, JsonNode said, int depth) {
      JsonNode schema = api.resolved(said);
      for (String choice : List.of("oneOf", "anyOf", "allOf")) {
        if (!schema.path(choice).isEmpty() && !choice.equals("allOf")) {
          List<JsonNode> choices = schema.path(choice).valueStream().toList();
          return fromSchema(name, any(choices), depth + 1);
        }
      }
      if (!schema.path("enum").isEmpty()) {
        List<JsonNode> choices = schema.path("enum").valueStream().toList();
        return any(choices).asString();
      }
      List<String> types = ApiDescription.types(schema);
      String type = types.isEmpty() ? "object" : types.getFirst();
      return switch (type) {
        case "integer", "number" -> random.nextInt(5);
        case "boolean" -> rarely(50);
        case "string" -> text(name);
        case "array" ->
            depth > 6 ? list() : list(fromSchema(name, schema.path("items"), depth + 1));
        default -> depth > 6 ? object() : objectOf(schema, depth);
      };
    }

    private Object objectOf(JsonNode schema, int depth) {
      Map<String, Object> made = new LinkedHashMap<>();
      schema
          .path("properties")
          .properties()
          .forEach(field -> {
            if (rarely(60)) {
              made.put(field.getKey(), fromSchema(field.getKey(), field.getValue(), depth + 1));
            }
          });
      JsonNode more = schema.path("additionalProperties");
      if (more.isObject() && !more.isEmpty()) {
        made.put(any(List.of("en", "rating", "x")), fromSchema("name", more, depth + 1));
      } else if (!more.isMissingNode()) {
        made.put("x", Nasty.value(random));
      }
      return made;
    }

    private Object text(String name) {
      return switch (name) {
        case "phone" -> phone();
        case "email" -> "p" + random.nextInt(200) + "@example.org";
        case "currency" -> "EUR";
        case "unit" -> unit();
        case "amount", "quantity", "unitPrice", "cost", "worth" -> amount();
        case "id", "into", "replaces" -> id("members");
        case "birthDate", "occurredAt", "at", "expiresAt", "effectiveFrom", "asOf" ->
            rarely(50)
                ? Nasty.time(random)
                : name.equals("birthDate") ? "1990-02-28" : "2026-03-01T00:00:00Z";
        case "externalId" -> "m" + random.nextInt(50);
        case "language", "locale" -> any(List.of("en", "fa", "ar", "fa-IR"));
        case "password" -> any(List.of("correct horse battery staple", "x", "p".repeat(2_000)));
        case "login" -> "s" + random.nextInt(50);
        default -> any(List.of("x", "سارا", "Sara", "t" + random.nextInt(100)));
      };
    }

    /** The value with one place of it spoiled. */
    private Object spoiled(Object value) {
      if (rarely(12)) {
        return Nasty.value(random);
      }
      if (value instanceof Map<?, ?> map && !map.isEmpty()) {
        return spoiledObject(map);
      }
      if (value instanceof List<?> list && !list.isEmpty()) {
        List<Object> copy = new ArrayList<>(list);
        int at = random.nextInt(copy.size());
        switch (random.nextInt(6)) {
          case 0 -> copy.remove(at);
          case 1 -> copy.add(copy.get(at));
          default -> copy.set(at, spoiled(copy.get(at)));
        }
        return copy;
      }
      return Nasty.value(random);
    }

    private Object spoiledObject(Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((name, value) -> copy.put(String.valueOf(name), value));
      String name = any(List.copyOf(copy.keySet()));
      switch (random.nextInt(10)) {
        case 0 -> copy.remove(name);
        case 1 -> copy.put(Nasty.name(random), Nasty.value(random));
        case 2 -> {
          StringBuilder twice = new StringBuilder();
          write(copy, twice);
          StringBuilder again = new StringBuilder();
          write(copy.get(name), again);
          return new Raw(
              twice.substring(0, twice.length() - 1) + ",\"" + name + "\":" + again + "}");
        }
        default -> copy.put(name, spoiled(copy.get(name)));
      }
      return copy;
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Map<String, Object> object(Object... fields) {
    Map<String, Object> made = new LinkedHashMap<>();
    for (int at = 0; at < fields.length; at += 2) {
      made.put((String) fields[at], fields[at + 1]);
    }
    return made;
  }

  private static List<Object> list(Object... items) {
    return new ArrayList<>(List.of(items));
  }

  private static void write(@Nullable Object value, StringBuilder out) {
    switch (value) {
      case Raw raw -> out.append(raw.json());
      case Map<?, ?> map -> {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> field : new TreeMap<Object, Object>(map).entrySet()) {
          out.append(separator).append(JSON.writeValueAsString(field.getKey())).append(':');
          write(field.getValue(), out);
          separator = ",";
        }
        out.append('}');
      }
      case List<?> list -> {
        out.append('[');
        for (int at = 0; at < list.size(); at++) {
          out.append(at == 0 ? "" : ",");
          write(list.get(at), out);
        }
        out.append(']');
      }
      case null, default -> out.append(JSON.writeValueAsString(value));
    }
  }
}
