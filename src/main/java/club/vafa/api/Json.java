package club.vafa.api;

import club.vafa.api.json.StrictReader;
import club.vafa.kernel.Outcome;
import java.lang.reflect.Type;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes JSON as the public API does; other roads into Vafa may use it too. */
@Component
public class Json {
  private final StrictReader reader = new StrictReader();

  /** The mapper itself, for trees and for what rooms keep as JSON. */
  public JsonMapper mapper() {
    return reader.mapper();
  }

  /** The value of a document, or what is wrong with it and where. */
  public <T> Outcome<T> read(byte[] body, Class<T> type) {
    return reader.<T>read(body, type);
  }

  public <T> Outcome<T> read(byte[] body, Type type) {
    return reader.read(body, type);
  }

  /** The value of a part of a document, or the first that is wrong with it and where. */
  public <T> Outcome<T> read(JsonNode part, Class<T> type) {
    return reader.item(part, type);
  }

  /** A value as a part of a document. */
  public JsonNode tree(Object value) {
    return reader.mapper().valueToTree(value);
  }

  /**
   * The items of the only field of a document, each read for itself: a faulty item is refused with
   * a pointer into the item and leaves its neighbours alone.
   */
  public <T> Outcome<List<Outcome<T>>> readEach(
      byte[] body, String field, Class<T> type, int most) {
    return reader.readEach(body, field, type, most);
  }

  public byte[] bytes(Object value) {
    return reader.mapper().writeValueAsBytes(value);
  }

  public String text(Object value) {
    return reader.mapper().writeValueAsString(value);
  }
}
