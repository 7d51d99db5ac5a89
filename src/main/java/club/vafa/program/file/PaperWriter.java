package club.vafa.program.file;

import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Writes a tree as YAML, the same tree always in the same bytes: two spaces, what is short and
 * plain on one line, texts bare where they cannot be taken for anything else.
 */
public final class PaperWriter {
  private static final int WIDTH = 96;

  /** Letters first, so that nothing a YAML reader looks for stands at the beginning. */
  private static final Pattern BARE =
      Pattern.compile("[\\p{L}_/][\\p{L}\\p{M}\\p{N}\\u200C _./+;()'’%&!،؛؟–-]*");

  /** Plain words that readers of some version of YAML take for something else. */
  private static final Set<String> WORDS =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private final StringBuilder out = new StringBuilder();

  private PaperWriter() {}

  /** The text of a file; its sections stand apart. */
  public static String write(ObjectNode root) {
    PaperWriter writer = new PaperWriter();
    boolean first = true;
    for (var section : root.properties()) {
      if (!first && section.getValue().isContainer()) {
        writer.out.append('\n');
      }
      first = false;
      writer.field(section.getKey(), section.getValue(), 0);
    }
    return writer.out.toString();
  }

  private void field(String name, JsonNode value, int indent) {
    out.append(text(name)).append(':');
    if (isInline(value, indent + name.length() + 2)) {
      out.append(' ').append(inline(value)).append('\n');
    } else {
      out.append('\n');
      block(value, indent + 2);
    }
  }

  private void block(JsonNode container, int indent) {
    if (container instanceof ObjectNode mapping) {
      mapping
          .properties()
          .forEach(field -> {
            out.repeat(" ", indent);
            field(field.getKey(), field.getValue(), indent);
          });
      return;
    }
    for (JsonNode item : container) {
      out.repeat(" ", indent).append("- ");
      item(item, indent + 2);
    }
  }

  /** What stands behind a hyphen: a mapping begins on the same line. */
  private void item(JsonNode item, int indent) {
    if (isInline(item, indent)) {
      out.append(inline(item)).append('\n');
    } else if (item instanceof ObjectNode mapping) {
      boolean first = true;
      for (var field : mapping.properties()) {
        if (!first) {
          out.repeat(" ", indent);
        }
        first = false;
        field(field.getKey(), field.getValue(), indent);
      }
    } else {
      out.append('\n');
      block(item, indent);
    }
  }

  /** Lines that run from left to right are read easily; mixed ones are not, and stand apart. */
  private static boolean isInline(JsonNode value, int before) {
    if (!value.isContainer() || value.isEmpty()) {
      return true;
    }
    return !hasCode(value)
        && before + inline(value).length() <= WIDTH
        && inline(value).chars().allMatch(sign -> sign < 0x590);
  }

  /** Whatever has a code of its own is a thing of its own. */
  private static boolean hasCode(JsonNode value) {
    return value.has("code") || value.valueStream().anyMatch(PaperWriter::hasCode);
  }

  private static String inline(JsonNode value) {
    StringBuilder line = new StringBuilder();
    inline(value, line);
    return line.toString();
  }

  private static void inline(JsonNode value, StringBuilder line) {
    if (value instanceof ObjectNode mapping) {
      line.append('{');
      mapping
          .properties()
          .forEach(field -> {
            separate(line, '{');
            line.append(text(field.getKey())).append(": ");
            inline(field.getValue(), line);
          });
      line.append('}');
    } else if (value.isArray()) {
      line.append('[');
      for (JsonNode item : value) {
        separate(line, '[');
        inline(item, line);
      }
      line.append(']');
    } else {
      line.append(value instanceof StringNode text ? text(text.stringValue()) : value.toString());
    }
  }

  private static void separate(StringBuilder line, char start) {
    char last = line.charAt(line.length() - 1);
    if (last != start) {
      line.append(", ");
    }
  }

  private static String text(String text) {
    boolean bare =
        BARE.matcher(text).matches()
            && !text.endsWith(" ")
            && !WORDS.contains(text.toLowerCase(java.util.Locale.ROOT));
    return bare ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      switch (sign) {
        case '"', '\\' -> quoted.append('\\').append(sign);
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          // The signs that YAML readers break lines at, and the invisible one some drop.
          if (sign < ' '
              || sign == 0x7F
              || sign == 0x85
              || sign == 0x2028
              || sign == 0x2029
              || sign == 0xFEFF) {
            quoted.append(String.format("\\u%04X", (int) sign));
          } else {
            quoted.append(sign);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
