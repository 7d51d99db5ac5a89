package club.vafa.rules.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The values of a kind's arguments by name, typed as their {@link Shape} says: {@code Long} for
 * everything counted or weighed, {@code String}, {@code LocalDate}, or lists of these.
 */
public record Args(Map<String, Object> values) {
  public static final Args NONE = new Args(Map.of());

  public Args {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Name, value, name, value …; null values are left out. */
  public static Args of(@Nullable Object... pairs) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int at = 0; at < pairs.length; at += 2) {
      Object value = pairs[at + 1];
      if (value != null) {
        values.put((String) Objects.requireNonNull(pairs[at]), value);
      }
    }
    return new Args(values);
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public @Nullable Object value(String name) {
    return values.get(name);
  }

  public String text(String name) {
    return (String) get(name);
  }

  public String text(String name, String otherwise) {
    return values.get(name) instanceof String text ? text : otherwise;
  }

  public long number(String name) {
    return (Long) get(name);
  }

  public long number(String name, long otherwise) {
    return values.get(name) instanceof Long number ? number : otherwise;
  }

  public @Nullable Long numberOrNull(String name) {
    return (Long) values.get(name);
  }

  public <T> T one(String name, Class<T> type) {
    return type.cast(get(name));
  }

  public <T> @Nullable T oneOrNull(String name, Class<T> type) {
    Object value = values.get(name);
    return value == null ? null : type.cast(value);
  }

  /** The entries of a list; none when the argument was left out. */
  public <T> List<T> list(String name, Class<T> type) {
    return values.get(name) instanceof List<?> list
        ? list.stream().map(type::cast).toList()
        : List.of();
  }

  public List<String> texts(String name) {
    return list(name, String.class);
  }

  private Object get(String name) {
    return Objects.requireNonNull(values.get(name), name);
  }
}
