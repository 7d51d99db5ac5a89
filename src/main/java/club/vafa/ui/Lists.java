package club.vafa.ui;

import club.vafa.api.ApiCode;
import club.vafa.api.InputRefused;
import club.vafa.api.Page;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Shows lists as pages and writes them as files: what is the same for all of them. */
@Component
public class Lists {
  private static final int MOST_AT_ONCE = 1000;

  private final Pages pages;
  private final Exports exports;

  Lists(Pages pages, Exports exports) {
    this.pages = pages;
    this.exports = exports;
  }

  /**
   * What a list is.
   *
   * @param name of its files
   */
  public record Look(
      String name,
      TableForm form,
      String title,
      String hint,
      List<Subpage> tabs,
      Listing.Empty empty,
      @Nullable Link action) {}

  /** The page of a list, or what is found of it when a part is asked for. */
  public ResponseEntity<byte[]> show(Screen screen, Typed typed, Look look, Rows rows) {
    String template = screen.fragment() ? "list/found" : "list/table";
    TableForm form = look.form();
    return switch (form.read(typed, screen.club().calendar())) {
      case Done<Asked>(Asked asked) ->
          pages.show(screen, template, sheet(look, table(form, asked, rows)));
      case Refused<Asked>(List<Refusal> refusals) -> {
        Faults faults = pages.faults(screen, refusals);
        if (faults.byField().isEmpty()) {
          throw new InputRefused(refusals);
        }
        Asked asked = form.unread(typed);
        yield pages.refused(
            screen, template, sheet(look, new Table(form, asked, faults, List.of(), null, 0)));
      }
    };
  }

  private static TableSheet sheet(Look look, Table table) {
    return new TableSheet(
        look.title(), look.hint(), look.tabs(), table, look.empty(), look.action());
  }

  private static Table table(TableForm form, Asked asked, Rows rows) {
    Page<List<Cell>> found = rows.part(asked, asked.after().orElse(null), Page.USUAL);
    long counted =
        asked.after().isEmpty() && found.next() == null
            ? found.data().size()
            : rows.count(asked, Table.MOST_COUNTED + 1);
    return new Table(form, asked, Faults.NONE, found.data(), found.next(), counted);
  }

  /** Exactly what is shown, all of it, as a file. */
  public void export(Screen screen, Look look, Rows rows, Answered answered) {
    if (!Set.of("csv", "xlsx").contains(answered.kind())) {
      throw new InputRefused(List.of(Refusal.of(ApiCode.NOT_FOUND)));
    }
    Asked asked =
        InputRefused.unlessDone(look.form().read(answered.typed(), screen.club().calendar()));
    List<String> headings =
        look.form().shown(asked).stream().map(Column::title).map(screen::text).toList();
    exports.write(
        screen,
        answered.answer(),
        answered.kind(),
        new FileContent(look.name(), headings, rows.all(asked, MOST_AT_ONCE)));
  }

  /** Writes a file of a kind, {@code csv} or {@code xlsx}, that is no list, as the answer. */
  public void export(Screen screen, HttpServletResponse answer, String kind, FileContent content) {
    exports.write(screen, answer, kind, content);
  }

  /** What was asked for, where its file goes, and of which kind that is. */
  public record Answered(Typed typed, HttpServletResponse answer, String kind) {}
}
