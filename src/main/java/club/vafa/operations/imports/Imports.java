package club.vafa.operations.imports;

import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Sentences;
import club.vafa.operations.imports.CannotImport.Reason;
import club.vafa.operations.imports.ImportOptions.Kind;
import club.vafa.operations.start.Steps;
import club.vafa.replay.NewPast;
import java.io.Console;
import java.io.PrintStream;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Imports files, as {@code ./vafa import} asks. */
@Component
public class Imports {
  /** Everything was taken. */
  public static final int DONE = 0;

  /** The file was read to its end; some rows were refused. */
  public static final int SOME_REFUSED = 1;

  /** Nothing was done, because options, file or club were not as they should be. */
  public static final int NOT_BEGUN = 2;

  /** It stopped midway; the same command goes on from there. */
  public static final int STOPPED = 3;

  /** A past is gathered in memory, where each row takes some hundred bytes. */
  static final long MOST_PAST_ROWS = 1_000_000;

  private static final Logger log = LoggerFactory.getLogger(Imports.class);

  private final Rooms rooms;
  private final ImportRunStore runs;
  private final Sentences sentences;
  private final Clock clock;
  private final Steps steps;
  private final Ids ids;
  private final Semaphore turn = new Semaphore(1, true);

  Imports(
      Rooms rooms, ImportRunStore runs, Sentences sentences, Clock clock, Steps steps, Ids ids) {
    this.rooms = rooms;
    this.runs = runs;
    this.sentences = sentences;
    this.clock = clock;
    this.steps = steps;
    this.ids = ids;
  }

  /**
   * Runs an import and tells about it.
   *
   * @param arguments the words behind {@code ./vafa import}
   * @return one of the codes above
   */
  public int run(List<String> arguments, PrintStream out) {
    Voice voice = new Voice(sentences, Arguments.language(arguments));
    try {
      ImportOptions options = Arguments.read(arguments);
      try (CsvFile file = CsvFile.open(options.file(), options.form())) {
        return run(options, file, voice, out);
      }
    } catch (CannotImport refused) {
      out.println(voice.say(refused.key(), refused.args()));
      return NOT_BEGUN;
    }
  }

  private int run(ImportOptions options, CsvFile file, Voice voice, PrintStream out) {
    Mapping mapping = mapping(options.kind(), options.form(), file);
    Club club = club(options.club());
    out.println(voice.say("import.file", Map.of("file", options.file(), "club", club.name())));
    out.println(voice.say("import.columns", Map.of("columns", mapping.shown())));
    if (!mapping.unused().isEmpty()) {
      String unused = String.join(", ", mapping.unused());
      out.println(voice.say("import.unused", Map.of("columns", unused)));
    }
    if (options.dryRun()) {
      out.println(voice.say("import.dry"));
    }
    ImportRun run = new ImportRun(runs, clock, club, options);
    try (RefusedFile refused =
        new RefusedFile(options.refused(), file.header(), file.delimiter(), voice)) {
      Progress progress = new Progress(out, voice, terminal(), options.file().toFile().length());
      try {
        run.begin(refused, voice, out);
        Parts parts = new Parts(options, file, mapping, club);
        steps.run(() -> brokenOff(run, voice, out), () -> work(parts, run, refused, progress));
        run.finish(refused);
      } catch (RuntimeException broken) {
        return stopped(run, voice, out, broken);
      } finally {
        progress.end();
      }
      new Summary(voice, options).tell(run.tally(), progress, out);
    }
    return run.tally().of(Tally.Kind.REFUSED) == 0 ? DONE : SOME_REFUSED;
  }

  /** What an import is about. */
  private record Parts(ImportOptions options, CsvFile file, Mapping mapping, Club club) {}

  private void work(Parts parts, ImportRun run, RefusedFile refused, Progress progress) {
    ImportOptions options = parts.options();
    Tally tally = run.tally();
    long done = tally.of(Tally.Kind.ROWS);
    switch (options.kind()) {
      case PURCHASES -> {
        PurchaseForm form =
            new PurchaseForm(parts.mapping(), options.form(), parts.club(), clock.instant());
        PurchaseChunks chunks = new PurchaseChunks(parts.file(), parts.mapping(), form, done);
        progress.from(done);
        Work<Group> work =
            options.dryRun()
                ? new DryWork(rooms, parts.club(), options, tally, refused)
                : new PurchaseWork(rooms, parts.club(), options, tally, refused);
        carry(chunks, work, run, new Shown(refused, progress));
      }
      case MEMBERS -> {
        MemberForm form = new MemberForm(parts.mapping(), options.form(), parts.club());
        MemberChunks chunks = new MemberChunks(parts.file(), form, done);
        progress.from(done);
        Work<MemberForm.Read> work = new MemberWork(rooms, parts.club(), options, tally, refused);
        carry(chunks, work, run, new Shown(refused, progress));
      }
    }
  }

  /** Where the user sees what happens. */
  private record Shown(RefusedFile refused, Progress progress) {}

  private <T> void carry(Iterator<Chunk<T>> chunks, Work<T> work, ImportRun run, Shown shown) {
    new Conveyor<T>()
        .run(
            chunks,
            chunk -> {
              work.take(chunk.items());
              run.done(chunk.rows(), shown.refused());
              shown.progress().show(chunk.rows(), chunk.bytes());
              steps.next();
            });
  }

  private static void brokenOff(ImportRun run, Voice voice, PrintStream out) {
    out.println();
    out.println(voice.say("import.broken_off", Map.of("rows", run.tally().of(Tally.Kind.ROWS))));
  }

  private static int stopped(ImportRun run, Voice voice, PrintStream out, RuntimeException broken) {
    log.debug("The import stopped", broken);
    String reason =
        broken instanceof CsvFile.Broken && broken.getCause() != null
            ? String.valueOf(broken.getCause().getMessage())
            : broken.toString();
    out.println();
    out.println(
        voice.say(
            "import.stopped", Map.of("rows", run.tally().of(Tally.Kind.ROWS), "reason", reason)));
    return STOPPED;
  }

  /**
   * Reads a file of sales as the past of a replay: by the same rules, and nothing is booked.
   *
   * @param language of the reasons of refused rows
   */
  public Outcome<NewPast> past(Club club, PastUpload upload, Language language) {
    try {
      Map<String, String> columns = new LinkedHashMap<>();
      upload.columns().forEach(told -> FormReader.column(told, columns));
      FileForm form = FormReader.read(upload.said(), columns, upload.aboveZero());
      try (CsvFile file = CsvFile.open(upload.content(), upload.name(), form)) {
        return Outcome.done(past(club, upload.name(), file, new Past(form, language)));
      }
    } catch (CannotImport refused) {
      return Outcome.refused(refused.refusal());
    } catch (CsvFile.Broken broken) {
      log.debug("A file cannot be read on", broken);
      return Outcome.refused(Refusal.of(ImportCode.FILE_BROKEN));
    }
  }

  /** Reads and keeps a past while nobody else does, so that two do not share the memory. */
  public <T> T inTurn(Supplier<T> reading) {
    turn.acquireUninterruptibly();
    try {
      return reading.get();
    } finally {
      turn.release();
    }
  }

  private record Past(FileForm form, Language language) {}

  private NewPast past(Club club, String name, CsvFile file, Past asked) {
    Mapping mapping = mapping(Kind.PURCHASES, asked.form(), file);
    PurchaseForm reader = new PurchaseForm(mapping, asked.form(), club, clock.instant());
    PastWork work = new PastWork(rooms, club, ids, new Voice(sentences, asked.language()));
    AtomicLong rows = new AtomicLong();
    new Conveyor<Group>()
        .run(
            new PurchaseChunks(file, mapping, reader, 0),
            chunk -> {
              if (chunk.rows() > MOST_PAST_ROWS) {
                throw new CannotImport(Reason.FILE_TOO_LONG, Map.of("limit", MOST_PAST_ROWS));
              }
              work.take(chunk.items());
              rows.set(chunk.rows());
            });
    return work.past(name, mapping.shown(), rows.get());
  }

  private static Mapping mapping(Kind kind, FileForm form, CsvFile file) {
    boolean members = kind == Kind.MEMBERS;
    Mapping mapping =
        Mapping.of(file.header(), members ? Field.OF_MEMBERS : Field.OF_PURCHASES, form.columns());
    if (members) {
      mapping.needs(
          Field.MEMBER,
          Field.PHONE,
          Field.EMAIL,
          Field.FIRST_NAME,
          Field.LAST_NAME,
          Field.FULL_NAME);
    } else {
      mapping.needs(Field.ID);
      mapping.needs(Field.DATE);
      mapping.needs(Field.AMOUNT, Field.UNIT_PRICE);
    }
    return mapping;
  }

  private Club club(@Nullable String code) {
    List<ClubId> all = rooms.clubs().all();
    if (code != null) {
      return rooms
          .clubs()
          .byCode(code)
          .map(rooms.clubs()::get)
          .orElseThrow(() ->
              new CannotImport(Reason.CLUB_UNKNOWN, Map.of("value", code, "clubs", codes(all))));
    }
    if (all.isEmpty()) {
      throw new CannotImport(Reason.NO_CLUB, Map.of());
    }
    if (all.size() > 1) {
      throw new CannotImport(Reason.CLUB_NEEDED, Map.of("clubs", codes(all)));
    }
    return rooms.clubs().get(all.getFirst());
  }

  private String codes(List<ClubId> clubs) {
    return clubs.stream().map(id -> rooms.clubs().get(id).code()).collect(Collectors.joining(", "));
  }

  private static boolean terminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }
}
