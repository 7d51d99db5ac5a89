package club.vafa.ui;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Component;

/**
 * Writes lists as files, row by row, however long they are. A text that a spreadsheet would take
 * for a formula is written so that it stays a text: members name themselves.
 */
@Component
class Exports {
  private static final int ROWS_OF_A_SHEET = 1_000_000;
  private static final int ROWS_IN_MEMORY = 500;
  private static final double WIDTH = 22;
  private static final String DANGEROUS = "=+-@\t\r";

  /** Writes a file of a kind, {@code csv} or {@code xlsx}, as the answer. */
  void write(Screen screen, HttpServletResponse answer, String kind, FileContent content) {
    boolean excel = kind.equals("xlsx");
    answer.setContentType(
        excel
            ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            : "text/csv;charset=UTF-8");
    answer.setHeader(
        "Content-Disposition", "attachment; filename=\"" + content.name() + "." + kind + "\"");
    answer.setHeader("Cache-Control", "no-store");
    try (Stream<List<Cell>> rows = content.rows();
        OutputStream out = answer.getOutputStream()) {
      if (excel) {
        new Sheets(out, screen, content).write(rows);
      } else {
        csv(out, content, rows);
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Spreadsheets know by the mark at the beginning that it is UTF-8. */
  private static void csv(OutputStream out, FileContent content, Stream<List<Cell>> rows)
      throws IOException {
    Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    text.write('\uFEFF');
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(content.headings());
      rows.forEach(row -> csv.writeRecord(row.stream().map(Exports::harmless).toList()));
    }
  }

  private static String harmless(Cell cell) {
    String text = cell.value().toString();
    boolean formula =
        cell.value() instanceof String
            && !text.isEmpty()
            && DANGEROUS.indexOf(text.charAt(0)) >= 0
            && !isPhone(text);
    return formula ? "'" + text : text;
  }

  /** A plus and digits are a number and no formula that could do anything. */
  private static boolean isPhone(String text) {
    return text.matches("\\+\\d{4,20}");
  }

  /** A workbook that goes on with another sheet where one is full. */
  private static final class Sheets {
    private final Workbook book;
    private final Screen screen;
    private final FileContent content;
    private Worksheet sheet;
    private int sheets;
    private int row;

    Sheets(OutputStream out, Screen screen, FileContent content) {
      this.book = new Workbook(out, "Vafa", null);
      this.screen = screen;
      this.content = content;
      this.sheet = begin();
    }

    private Worksheet begin() {
      sheets++;
      Worksheet begun = book.newWorksheet(content.name() + (sheets == 1 ? "" : " " + sheets));
      if (screen.language().rightToLeft()) {
        begun.rightToLeft();
      }
      begun.freezePane(0, 1);
      for (int at = 0; at < content.headings().size(); at++) {
        begun.width(at, WIDTH);
        begun.inlineString(0, at, content.headings().get(at));
        begun.style(0, at).bold().set();
      }
      row = 1;
      return begun;
    }

    void write(Stream<List<Cell>> rows) throws IOException {
      rows.forEach(this::write);
      sheet.finish();
      book.finish();
    }

    private void write(List<Cell> cells) {
      try {
        if (row >= ROWS_OF_A_SHEET) {
          sheet.finish();
          sheet = begin();
        }
        for (int at = 0; at < cells.size(); at++) {
          put(at, cells.get(at).value());
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
          sheet.flush();
        }
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }

    /** Texts are kept as texts, so nothing in them is ever worked out. */
    private void put(int at, Object value) {
      switch (value) {
        case LocalDate day -> {
          sheet.value(row, at, day);
          sheet.style(row, at).format("yyyy-mm-dd").set();
        }
        case Number number -> sheet.value(row, at, number);
        case Object text -> sheet.inlineString(row, at, text.toString());
      }
    }
  }
}
