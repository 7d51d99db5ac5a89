package club.vafa.api;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.Amount;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class StrictJsonTests {
  private final Json json = new Json();

  enum Colour {
    RED,
    DARK_BLUE
  }

  record Part(@Nullable String name, @Nullable Decimal price) {}

  record Order(
      @Nullable String text,
      @Nullable Decimal amount,
      @Nullable Integer count,
      @Nullable Boolean gift,
      @Nullable LocalDate day,
      @Nullable Instant at,
      @Nullable Colour colour,
      @Nullable List<Part> parts,
      @Nullable Map<String, Object> more,
      @Nullable JsonNode tree,
      @Nullable Change<String> change) {}

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "{\"txet\":1} -> unknown_field -> /txet",
        "{\"parts\":[{},{\"nmae\":1}]} -> unknown_field -> /parts/1/nmae",
        "{\"text\":1} -> wrong_type -> /text",
        "{\"text\":true} -> wrong_type -> /text",
        "{\"text\":{}} -> wrong_type -> /text",
        "{\"text\":[\"a\"]} -> wrong_type -> /text",
        "{\"count\":\"1\"} -> wrong_type -> /count",
        "{\"count\":1.0} -> wrong_type -> /count",
        "{\"count\":true} -> wrong_type -> /count",
        "{\"count\":99999999999} -> number_too_large -> /count",
        "{\"gift\":1} -> wrong_type -> /gift",
        "{\"gift\":\"true\"} -> wrong_type -> /gift",
        "{\"day\":20000} -> wrong_type -> /day",
        "{\"day\":\"2026-13-01\"} -> not_a_date -> /day",
        "{\"day\":\"2026-2-1\"} -> not_a_date -> /day",
        "{\"day\":[2026,1,1]} -> wrong_type -> /day",
        "{\"at\":\"2026-11-22T10:15:00\"} -> not_a_time -> /at",
        "{\"at\":\"+1000000000-11-22T10:15:00Z\"} -> not_a_time -> /at",
        "{\"at\":1} -> wrong_type -> /at",
        "{\"colour\":\"green\"} -> unknown_value -> /colour",
        "{\"colour\":0} -> wrong_type -> /colour",
        "{\"parts\":{}} -> wrong_type -> /parts",
        "{\"parts\":[1]} -> wrong_type -> /parts/0",
        "{\"amount\":\"abc\"} -> not_a_number -> /amount",
        "{\"amount\":\"NaN\"} -> not_a_number -> /amount",
        "{\"amount\":\"1e5\"} -> not_a_number -> /amount",
        "{\"amount\":\"\"} -> not_a_number -> /amount",
        "{\"amount\":\"1.\"} -> not_a_number -> /amount",
        "{\"amount\":\"0x1F\"} -> not_a_number -> /amount",
        "{\"amount\":\"1,000\"} -> not_a_number -> /amount",
        "{\"amount\":1e1000000000} -> number_too_large -> /amount",
        "{\"amount\":1E-1000000000} -> number_too_large -> /amount",
        "{\"amount\":1e99999999999999999999} -> number_too_large -> /amount",
        "{\"tree\":{\"a\":[0,1e999999999]}} -> number_too_large -> /tree/a/1",
        "{\"more\":{\"x\":2E+500}} -> number_too_large -> /more/x",
        "{\"amount\":true} -> wrong_type -> /amount",
        "{\"amount\":{}} -> wrong_type -> /amount",
        "{\"parts\":[{\"price\":\"x\"}]} -> not_a_number -> /parts/0/price",
        "{\"text\":\"a\\u0000b\"} -> invalid_characters -> /text",
        "{\"text\":\"a\\ud800b\"} -> invalid_characters -> /text",
        "{\"text\":\"\\udc00\"} -> invalid_characters -> /text",
        "{\"tree\":{\"x\":[\"\\u0000\"]}} -> invalid_characters -> /tree/x/0",
        "{\"text\":\"a\",\"text\":\"b\"} -> duplicate_field -> /text",
        "{\"parts\":[{\"name\":\"a\",\"name\":\"b\"}]} -> duplicate_field -> /parts/0/name",
        "{\"tree\":{\"a\":{\"b\":1,\"b\":1}}} -> duplicate_field -> /tree/a/b",
        "{\"text\":\"a\"} {} -> malformed_json -> ``",
        "{\"text\":\"a\"}x -> malformed_json -> ``",
        "{\"text\":\"a\" -> malformed_json -> ``",
        "{text:1} -> malformed_json -> ``",
        "{'text':1} -> malformed_json -> ``",
        "{\"amount\":NaN} -> malformed_json -> ``",
        "{\"amount\":01} -> malformed_json -> ``",
        "{\"amount\":+1} -> malformed_json -> ``",
        "{\"text\":\"a\",} -> malformed_json -> ``",
        "// -> malformed_json -> ``",
        "[] -> wrong_type -> ``",
        "\"text\" -> wrong_type -> ``",
        "null -> body_missing -> ``",
        "`   ` -> body_missing -> ``",
      })
  void whatIsNotExactlyRightIsRefusedWithItsPlace(String body, String code, String pointer) {
    assertThat(refused(body.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(code + " " + (pointer == null ? "" : pointer));
  }

  @Test
  void nothingIsBuiltOfADocumentThatIsTooDeepOrHasHugeParts() {
    assertThat(refused("{\"tree\":" + "[".repeat(100_000))).isEqualTo("too_complex ");
    assertThat(refused("{\"tree\":" + "{\"a\":".repeat(70))).isEqualTo("too_complex ");
    assertThat(refused("{\"amount\":" + "9".repeat(5_000) + "}")).isEqualTo("too_complex ");
    assertThat(refused("{\"text\":\"" + "x".repeat(700_000) + "\"}")).isEqualTo("too_complex ");
    assertThat(refused("{\"" + "x".repeat(100_000) + "\":1}")).isEqualTo("too_complex ");
  }

  @Test
  void bytesThatAreNotUtf8AreRefused() {
    assertThat(refused(new byte[] {'{', '"', 't', (byte) 0xC3, '"', ':', '1', '}'}))
        .startsWith("malformed_json");
    assertThat(refused("{\"text\":\"a\"}".getBytes(StandardCharsets.UTF_16)))
        .startsWith("bad_request");
    assertThat(refused("{\"text\":\"\0\"}")).startsWith("bad_request");
  }

  @Test
  void whatIsRightIsReadExactly() {
    Order order =
        read(
            """
            {"text":"☕\\ud83d\\ude00 سلام","amount":"۱۲٫۵۰","count":3,"gift":false,
             "day":"2026-11-22","at":"2026-11-22T10:15:00+03:30","colour":"dark_blue",
             "parts":[{"name":"Latte","price":1.10},{"price":2e3}],
             "more":{"a":1,"b":0.1,"c":"x"},"tree":[1,{"x":null}],"change":null}
            """);
    assertThat(order.text()).isEqualTo("☕😀 سلام");
    assertThat(order.amount()).hasToString("12.50");
    assertThat(order.at()).isEqualTo(Instant.parse("2026-11-22T06:45:00Z"));
    assertThat(order.colour()).isEqualTo(Colour.DARK_BLUE);
    assertThat(order.parts()).extracting("price").asString().isEqualTo("[1.10, 2000]");
    assertThat(order.more()).hasToString("{a=1, b=0.1, c=x}");
    assertThat(order.change()).isEqualTo(new Change<>(null));
    assertThat(read("{}").change()).isNull();
    assertThat(read("{\"change\":\"x\"}").change()).isEqualTo(new Change<>("x"));
  }

  @Test
  void itemsOfABatchAreJudgedOneByOne() {
    String body =
        """
        {"parts":[{"name":"a","price":"1"},{"nmae":"b"},{"name":"c"},5,null,{"price":"x"}]}
        """;
    Outcome<List<Outcome<Part>>> items =
        json.readEach(body.getBytes(StandardCharsets.UTF_8), "parts", Part.class, 10);
    assertThat(((Done<List<Outcome<Part>>>) items).value())
        .map(item -> item instanceof Refused<Part> ? told(item) : "ok")
        .containsExactly(
            "ok", "unknown_field /nmae", "ok", "wrong_type ", "wrong_type ", "not_a_number /price");
    assertThat(told(each("{\"parts\":[{},{},{}]}"))).isEqualTo("too_many_items /parts");
    assertThat(told(each("{\"part\":[]}"))).isEqualTo("unknown_field /part");
    assertThat(told(each("{\"parts\":{}}"))).isEqualTo("wrong_type /parts");
    assertThat(told(each("{}"))).isEqualTo("required /parts");
    assertThat(told(each("[]"))).isEqualTo("wrong_type ");
    assertThat(told(each("{\"parts\":[{}],\"parts\":[]}"))).isEqualTo("duplicate_field /parts");
    assertThat(told(each("{\"parts\":[{}]} {}"))).startsWith("malformed_json");
    assertThat(told(each("{\"parts\":[{}"))).startsWith("malformed_json");
  }

  private Outcome<List<Outcome<Part>>> each(String body) {
    return json.readEach(body.getBytes(StandardCharsets.UTF_8), "parts", Part.class, 2);
  }

  @Test
  void valuesAreWrittenAsTheyAreDocumented() {
    record Out(MemberId id, Amount amount, Colour colour, @Nullable String nothing) {}
    assertThat(
            json.text(
                new Out(new MemberId(new UUID(0, 1)), new Amount(750, 2), Colour.DARK_BLUE, null)))
        .isEqualTo(
            """
            {"id":"mbr_00000000000000000000000001","amount":"7.5","colour":"dark_blue"}\
            """);
  }

  private Order read(String body) {
    return ((Done<Order>) json.<Order>read(body.getBytes(StandardCharsets.UTF_8), Order.class))
        .value();
  }

  private String refused(String body) {
    return refused(body.getBytes(StandardCharsets.UTF_8));
  }

  private String refused(byte[] body) {
    return told(json.<Order>read(body, Order.class));
  }

  private static String told(Outcome<?> outcome) {
    return switch (outcome) {
      case Done<?> done -> "read as " + done;
      case Refused<?>(var refusals) ->
          refusals.getFirst().code().code() + " " + refusals.getFirst().pointer();
    };
  }
}
