package club.vafa.activity;

import club.vafa.kernel.Language;
import java.util.Map;

/** A kind of event the club records, with the attributes it carries. */
public record EventType(
    String code, Map<Language, String> names, Map<String, Attribute> attributes) {
  public EventType {
    names = Map.copyOf(names);
    attributes = Map.copyOf(attributes);
  }

  /** The type of an attribute and whether it may be missing. */
  public record Attribute(Type type, boolean required) {}

  /** The types an attribute may have. */
  public enum Type {
    TEXT,
    NUMBER,
    BOOLEAN,
    DATE
  }
}
