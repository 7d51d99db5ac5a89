package club.vafa.acts.web;

import club.vafa.acts.Act;
import club.vafa.acts.ActQuery;
import club.vafa.acts.Acts;
import club.vafa.api.Cursor;
import club.vafa.api.InputRefused;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.kernel.ClubId;
import club.vafa.ui.Asked;
import club.vafa.ui.Cell;
import club.vafa.ui.Rows;
import club.vafa.ui.Screen;
import club.vafa.ui.TableForm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The acts of a club as rows of a list. */
record ActRows(Acts acts, Screen screen, TableForm form) implements Rows {
  private ClubId club() {
    return screen.club().caller().club();
  }

  private ActQuery query(Asked asked) {
    String about = asked.value("about");
    return new ActQuery(
        asked.wanted().isEmpty() ? null : asked.wanted(),
        about.isEmpty() ? null : about,
        null,
        null,
        asked.day("from").map(this::start).orElse(null),
        asked.day("until").map(day -> start(day.plusDays(1))).orElse(null));
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(screen.club().zone()).toInstant();
  }

  @Override
  public Page<List<Cell>> part(Asked asked, @Nullable String after, int most) {
    Cursor.Start start = InputRefused.unlessDone(Cursor.readId(after));
    ActWords words = new ActWords(screen);
    return acts.list(club(), query(asked), new Paging(most, start.after()))
        .map(act ->
            form.shown(asked).stream().map(column -> cell(words, act, column.code())).toList());
  }

  private Cell cell(ActWords words, Act act, String column) {
    return switch (column) {
      case "at" -> Cell.of(act.at().toString(), screen.time(act.at()));
      case "who" -> Cell.text(act.who());
      case "what" -> Cell.text(words.what(act));
      case "subject" -> {
        String path = words.path(act);
        String text = words.about(act);
        yield path == null ? Cell.text(text) : Cell.link(text.isEmpty() ? "–" : text, path);
      }
      case "road" -> Cell.text(words.road(act));
      default -> Cell.text(words.said(act));
    };
  }

  @Override
  public long count(Asked asked, int most) {
    return acts.counted(club(), query(asked), most);
  }
}
