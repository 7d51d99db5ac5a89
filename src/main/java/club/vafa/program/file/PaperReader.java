package club.vafa.program.file;

import club.vafa.kernel.Digits;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.ProblemCode;
import club.vafa.kernel.Refusal;
import club.vafa.program.ProgramCode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingEndEvent;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceEndEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the plain part of YAML: mappings, lists, texts, numbers, truth. Whatever lets a file say
 * other than what is seen in it is refused: anchors and aliases, tags, several documents, a key
 * twice. Plain {@code yes}, {@code no} and {@code on} are texts, and times are never numbers.
 */
public final class PaperReader {
  /** The longest file in characters: some thousands of lines. */
  public static final int LONGEST = 500_000;

  private static final int DEEPEST = 40;
  private static final int MOST_TEXT = 10_000;
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,39})(\\.\\d{1,40})?");
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final ParserImpl events;
  private final Faults faults = new Faults();
  private final Map<String, Place> places = new HashMap<>();

  private PaperReader(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(LONGEST);
    this.events = new ParserImpl(new StreamReader(text), options);
  }

  /** What the text says, or everything that is wrong with its form. */
  public static Outcome<Paper> read(String text) {
    if (text.length() > LONGEST) {
      return Outcome.refused(
          Refusal.at("", ProgramCode.PROGRAM_TOO_LARGE, Map.of("limit", LONGEST)));
    }
    try {
      return new PaperReader(text).read();
    } catch (MarkedYAMLException unread) {
      return Outcome.refused(malformed(unread.getProblemMark(), unread.getProblem()));
    } catch (YAMLException unread) {
      // Signs that YAML does not allow; only their offset is known.
      return Outcome.refused(malformed(null, "special characters are not allowed"));
    }
  }

  private static Refusal malformed(@Nullable Mark mark, @Nullable String reason) {
    return Refusal.at(
        "",
        ProgramCode.PROGRAM_NOT_YAML,
        Map.of(
            "line", mark == null ? 1 : mark.getLine() + 1,
            "column", mark == null ? 1 : mark.getColumn() + 1,
            "reason", reason == null ? "?" : Input.shortened(reason)));
  }

  private Outcome<Paper> read() {
    JsonNode root = JSON.nullNode();
    events.getEvent();
    if (events.peekEvent() instanceof DocumentStartEvent) {
      events.getEvent();
      root = node("", 0, events.getEvent());
      events.getEvent();
      if (events.peekEvent() instanceof DocumentStartEvent more) {
        fault("", more, ProgramCode.PROGRAM_ONE_DOCUMENT, Map.of());
      }
    }
    return faults.any()
        ? Outcome.refused(faults.refusals())
        : Outcome.done(new Paper(root, places));
  }

  private JsonNode node(String pointer, int depth, Event event) {
    places.putIfAbsent(pointer, place(event));
    if (event instanceof NodeEvent named && named.getAnchor() != null) {
      fault(pointer, event, ProgramCode.PROGRAM_ANCHOR, Map.of());
    }
    return switch (event) {
      case ScalarEvent scalar -> scalar(pointer, scalar);
      case SequenceStartEvent start -> {
        tag(pointer, start, start.getTag());
        yield tooDeep(pointer, depth, start) ? skip() : list(pointer, depth);
      }
      case MappingStartEvent start -> {
        tag(pointer, start, start.getTag());
        yield tooDeep(pointer, depth, start) ? skip() : mapping(pointer, depth);
      }
      case AliasEvent _ -> JSON.nullNode();
      default -> throw new IllegalStateException("YAML has no other node than " + event);
    };
  }

  private boolean tooDeep(String pointer, int depth, Event event) {
    if (depth >= DEEPEST) {
      fault(pointer, event, ProgramCode.PROGRAM_TOO_DEEP, Map.of("limit", DEEPEST));
    }
    return depth >= DEEPEST;
  }

  /** Leaves out what a list or mapping holds that has begun. */
  private JsonNode skip() {
    int open = 1;
    while (open > 0) {
      switch (events.getEvent()) {
        case SequenceStartEvent _, MappingStartEvent _ -> open++;
        case SequenceEndEvent _, MappingEndEvent _ -> open--;
        default -> {
          // Texts and aliases are within.
        }
      }
    }
    return JSON.nullNode();
  }

  private JsonNode list(String pointer, int depth) {
    ArrayNode list = JSON.arrayNode();
    for (Event event = events.getEvent();
        !(event instanceof SequenceEndEvent);
        event = events.getEvent()) {
      list.add(node(pointer + "/" + list.size(), depth + 1, event));
    }
    return list;
  }

  private JsonNode mapping(String pointer, int depth) {
    ObjectNode mapping = JSON.objectNode();
    for (Event event = events.getEvent();
        !(event instanceof MappingEndEvent);
        event = events.getEvent()) {
      if (!(event instanceof ScalarEvent key)) {
        fault(pointer, event, ProgramCode.PROGRAM_KEY, Map.of());
        node(pointer, depth + 1, event);
        node(pointer, depth + 1, events.getEvent());
        continue;
      }
      String name = key.getValue();
      String at = pointer + "/" + name.replace("~", "~0").replace("/", "~1");
      Map<String, Object> named = Map.of("name", Input.shortened(name));
      tag(at, key, key.getTag());
      if (mapping.has(name)) {
        fault(at, key, ProgramCode.PROGRAM_KEY_TWICE, named);
      }
      places.putIfAbsent(at, place(key));
      mapping.set(name, node(at, depth + 1, events.getEvent()));
    }
    return mapping;
  }

  private JsonNode scalar(String pointer, ScalarEvent event) {
    tag(pointer, event, event.getTag());
    String text = event.getValue();
    if (!event.isPlain()) {
      return text(pointer, event, text);
    }
    return switch (text) {
      case "", "~", "null" -> JSON.nullNode();
      case "true", "false" -> JSON.booleanNode(text.equals("true"));
      default -> {
        String number = Digits.western(text);
        yield NUMBER.matcher(number).matches()
            ? JSON.numberNode(new BigDecimal(number))
            : text(pointer, event, text);
      }
    };
  }

  private JsonNode text(String pointer, ScalarEvent event, String text) {
    if (text.length() > MOST_TEXT) {
      fault(pointer, event, InputCode.TOO_LONG, Map.of("limit", MOST_TEXT));
      return JSON.stringNode("");
    }
    Input check = new Input();
    check.optionalText(pointer, text, MOST_TEXT);
    check.refusals().forEach(refusal -> fault(pointer, event, refusal.code(), refusal.args()));
    return JSON.stringNode(text);
  }

  private void tag(String pointer, Event event, @Nullable String tag) {
    if (tag != null) {
      fault(pointer, event, ProgramCode.PROGRAM_TAG, Map.of("name", Input.shortened(tag)));
    }
  }

  private void fault(String pointer, Event event, ProblemCode code, Map<String, Object> args) {
    faults.add(Paper.at(Refusal.at(pointer, code, args), place(event)));
  }

  private static Place place(Event event) {
    Mark start = Objects.requireNonNull(event.getStartMark());
    return new Place(start.getLine() + 1, start.getColumn() + 1);
  }
}
