package club.vafa.members;

import org.jspecify.annotations.Nullable;

/**
 * Something a member is recognised by, in the one spelling that is stored. Made by {@link
 * Identifiers}.
 */
public record IdentifierKey(IdentifierKind kind, String value)
    implements Comparable<IdentifierKey> {
  /** Parts source and id of an external id; texts from outside never hold it. */
  private static final char SEPARATOR = '\u001F';

  static IdentifierKey external(String source, String id) {
    return new IdentifierKey(IdentifierKind.EXTERNAL, source + SEPARATOR + id);
  }

  /** The value as people write it, without the source of an external id. */
  public String text() {
    return kind == IdentifierKind.EXTERNAL ? value.substring(value.indexOf(SEPARATOR) + 1) : value;
  }

  /** The system an external id comes from; null when it has none. */
  public @Nullable String source() {
    int end = kind == IdentifierKind.EXTERNAL ? value.indexOf(SEPARATOR) : 0;
    return end <= 0 ? null : value.substring(0, end);
  }

  @Override
  public int compareTo(IdentifierKey other) {
    int byKind = kind.compareTo(other.kind);
    return byKind == 0 ? value.compareTo(other.value) : byKind;
  }
}
