package club.vafa.program;

import club.vafa.campaigns.LiveCampaigns;
import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Sentences;
import club.vafa.program.file.Faults;
import club.vafa.program.file.Paper;
import club.vafa.program.file.PaperReader;
import club.vafa.program.file.PaperWriter;
import club.vafa.program.part.Becoming;
import club.vafa.program.part.Change;
import club.vafa.program.part.Items;
import club.vafa.program.part.Part;
import club.vafa.program.part.Publishing;
import club.vafa.program.part.Telling;
import club.vafa.rules.Called;
import club.vafa.rules.Called.Thing;
import club.vafa.rules.RulesCode;
import club.vafa.rules.Vocabulary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Programs as files and back, told and put into force, part by part. */
@Component
class Documents {
  private static final String FORMAT = "vafa-program";
  private static final int VERSION = 1;
  private static final String FOR = "for";

  private final List<Part> parts;
  private final LiveCampaigns campaigns;
  private final Sentences sentences;

  Documents(List<Part> parts, LiveCampaigns campaigns, Sentences sentences) {
    this.parts = List.copyOf(parts);
    this.campaigns = campaigns;
    this.sentences = sentences;
  }

  /** Who puts a program into force, and from when on activity is judged by it. */
  record Order(Instant from, String actor) {}

  /** What is live. */
  Document live(Club club) {
    Map<String, Items> items = new HashMap<>();
    parts.forEach(part -> items.put(part.section(), part.live(club)));
    return new Document(items);
  }

  /** The file of a program. */
  String file(Club club, Document document) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put(FORMAT, VERSION);
    root.putObject(FOR).put("currency", currency(club)).put("calendar", calendar(club));
    parts.forEach(part -> root.set(part.section(), part.write(document.part(part.section()))));
    return PaperWriter.write(root);
  }

  /**
   * The program of a file, or everything that is wrong with it.
   *
   * @param otherwise what sections hold that the file leaves out, and what stays unlisted
   */
  Outcome<Document> read(Club club, String file, Document otherwise) {
    return PaperReader.read(file)
        .then(paper -> read(Becoming.checked(club, campaigns.names(club)), paper, otherwise));
  }

  private Outcome<Document> read(Becoming becoming, Paper paper, Document otherwise) {
    Faults faults = becoming.faults();
    JsonNode root = paper.root();
    if (!root.isObject()) {
      faults.add("", RulesCode.WRONG_TYPE, Map.of("expected", "object"));
    } else {
      head(becoming.before(), root, faults);
    }
    Map<String, Items> items = new HashMap<>();
    for (Part part : parts) {
      JsonNode section = root.path(part.section());
      Items rest = otherwise.part(part.section());
      boolean listed = !section.isMissingNode() && !section.isNull();
      if (!listed && !otherwise.knows(part.section())) {
        continue;
      }
      Items read = part.read(listed ? section : part.write(rest), becoming);
      items.put(
          part.section(), part.stays() ? read.with(staying(part, read, rest, becoming)) : read);
    }
    return faults.any()
        ? Outcome.refused(faults.refusals().stream().map(paper::placed).toList())
        : Outcome.done(new Document(items));
  }

  /** What a file does not list and the club keeps all the same. */
  private static Items staying(Part part, Items read, Items rest, Becoming becoming) {
    SortedMap<String, ObjectNode> missing = new TreeMap<>(rest.byCode());
    missing.keySet().removeAll(read.byCode().keySet());
    return missing.isEmpty() || becoming.faults().any()
        ? Items.NONE
        : part.read(part.write(new Items(missing)), becoming);
  }

  private void head(Club club, JsonNode root, Faults faults) {
    List<String> known = new ArrayList<>(List.of(FORMAT, FOR));
    parts.forEach(part -> known.add(part.section()));
    for (String name : root.propertyNames()) {
      if (!known.contains(name)) {
        faults.add("/" + pointer(name), RulesCode.UNKNOWN_FIELD, named(name));
      }
    }
    JsonNode format = root.path(FORMAT);
    if (format.isMissingNode() || format.isNull()) {
      faults.add("/" + FORMAT, InputCode.REQUIRED);
    } else if (!format.asString("").equals(Integer.toString(VERSION))) {
      Map<String, Object> args =
          Map.of("value", Input.shortened(format.asString("…")), "known", VERSION);
      faults.add("/" + FORMAT, ProgramCode.PROGRAM_FORMAT, args);
    }
    made(club, root.path(FOR), faults);
  }

  private static void made(Club club, JsonNode made, Faults faults) {
    for (String name : made.propertyNames()) {
      if (!List.of("currency", "calendar").contains(name)) {
        faults.add("/for/" + pointer(name), RulesCode.UNKNOWN_FIELD, named(name));
      }
    }
    String currency = made.path("currency").asString(currency(club));
    if (!currency.equals(currency(club))) {
      Map<String, Object> args = Map.of("value", Input.shortened(currency), "own", currency(club));
      faults.add("/for/currency", ProgramCode.PROGRAM_CURRENCY, args);
    }
    String calendar = made.path("calendar").asString(calendar(club));
    if (!calendar.equals(calendar(club))) {
      Map<String, Object> args = Map.of("value", Input.shortened(calendar), "own", calendar(club));
      faults.add("/for/calendar", ProgramCode.PROGRAM_CALENDAR, args);
    }
  }

  private static Map<String, Object> named(String name) {
    return Map.of("name", Input.shortened(name));
  }

  private static String pointer(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String currency(Club club) {
    return club.currency().getCurrencyCode();
  }

  private static String calendar(Club club) {
    return club.calendar().name().toLowerCase(Locale.ROOT);
  }

  /** A program that was read before and kept. */
  Document kept(Club club, String file) {
    return switch (PaperReader.read(file)
        .then(paper -> read(Becoming.known(club), paper, Document.NOTHING))) {
      case Done<Document>(Document document) -> document;
      case Refused<Document>(List<Refusal> refusals) ->
          throw new IllegalStateException("a program that was kept is refused: " + refusals);
    };
  }

  /** The difference in sentences; none when there is none. */
  List<String> tell(Language language, Club club, Document before, Document after) {
    Becoming was = becoming(club, before);
    Becoming is = becoming(club, after);
    Telling telling =
        new Telling(sentences, language, is.club(), words(was, before), words(is, after));
    List<String> told = new ArrayList<>();
    common(before, after)
        .forEach(part -> told.addAll(part.tell(change(part, before, after), telling)));
    return told;
  }

  /** What stays in the club although a file does not list it, in sentences. */
  List<String> staying(Language language, String file, Document otherwise) {
    List<String> told = new ArrayList<>();
    if (PaperReader.read(file) instanceof Done<Paper>(Paper paper)) {
      for (Part part : parts) {
        JsonNode section = paper.root().path(part.section());
        if (part.stays() && section.isArray()) {
          SortedMap<String, ObjectNode> missing =
              new TreeMap<>(otherwise.part(part.section()).byCode());
          section.forEach(one -> missing.remove(part.code(one)));
          missing
              .keySet()
              .forEach(code ->
                  told.add(
                      sentences.text(
                          language,
                          "program.stays",
                          Map.of("section", part.section(), "code", code))));
        }
      }
    }
    return told;
  }

  /** Puts the difference into force, in the running transaction. */
  void apply(Club club, Document before, Document after, Order order) {
    Becoming becoming = becoming(club, after);
    Publishing publishing =
        new Publishing(club, becoming.club(), words(becoming, after), order.from(), order.actor());
    common(before, after).forEach(part -> part.apply(change(part, before, after), publishing));
  }

  /** A program that lacks a section says nothing about it. */
  private List<Part> common(Document before, Document after) {
    return parts.stream()
        .filter(part -> before.knows(part.section()) && after.knows(part.section()))
        .toList();
  }

  private static Change change(Part part, Document before, Document after) {
    return new Change(before.part(part.section()), after.part(part.section()));
  }

  private Becoming becoming(Club club, Document document) {
    Becoming becoming = Becoming.known(club);
    parts.stream()
        .filter(part -> document.knows(part.section()))
        .forEach(part -> part.read(part.write(document.part(part.section())), becoming));
    return becoming;
  }

  /** The units a program names; their numbers are given by the club. */
  List<Unit> units(Club club, Document document) {
    return becoming(club, document).units();
  }

  /** Words that know what the program calls its things, live or not. */
  private Vocabulary words(Becoming becoming, Document document) {
    Vocabulary words = campaigns.words(becoming.club(), becoming.eventTypes(), becoming.names());
    Called called =
        words
            .called()
            .with(Thing.REWARD, document.part("rewards").names(""))
            .with(Thing.TIER, document.part("tiers").names("tiers"))
            .with(Thing.PLAN, document.part("plans").names(""))
            .with(Thing.ENTITLEMENT, document.part("plans").names("entitlements"));
    return words.calling(called);
  }
}
