package club.vafa.ui.web;

import club.vafa.api.Needs;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Input;
import club.vafa.ui.Chart;
import club.vafa.ui.Faults;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import club.vafa.ui.Toast;
import club.vafa.ui.Typed;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows all parts that pages are made of, for those who make pages and those who look at them. */
@Hidden
@Controller
class PartsPage {
  private static final String PATH = "/console/parts";
  private static final String UNTIL = "until";
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 21);
  private static final int DAYS = 14;
  private static final long[] CAME = {31, 44, 38, 52, 61, 77, 40, 35, 47, 41, 58, 66, 83, 45};
  private static final long[] SPENT = {12, 9, 20, 17, 25, 31, 14, 10, 22, 13, 19, 28, 36, 15};

  private final Pages pages;

  PartsPage(Pages pages) {
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs({})
  ResponseEntity<byte[]> show(Screen screen) {
    return pages.show(screen, "ui/parts", parts(screen, Typed.NOTHING, Faults.NONE));
  }

  @PostMapping(PATH)
  @Needs({})
  ResponseEntity<byte[]> send(Screen screen, Typed typed) {
    Input input = new Input();
    input.text("/name", typed.at("name"), 100);
    typed.number("points", input);
    typed.number("least", input);
    typed.day("from", screen.club().calendar(), input);
    typed.day(UNTIL, screen.club().calendar(), input);
    return input.faulty()
        ? pages.refused(
            screen, "ui/parts", parts(screen, typed, pages.faults(screen, input.refusals())))
        : pages.goTo(screen, PATH, new Toast(screen.text("ui.parts.sent"), PATH + "/undo"));
  }

  @PostMapping(PATH + "/undo")
  @Needs({})
  ResponseEntity<byte[]> undo(Screen screen) {
    return pages.goTo(screen, PATH, new Toast(screen.text("ui.parts.sent.undone"), null));
  }

  @GetMapping(PATH + "/dialog")
  @Needs({})
  ResponseEntity<byte[]> dialog(Screen screen) {
    return pages.show(screen, "ui/parts_dialog", parts(screen, Typed.NOTHING, Faults.NONE));
  }

  private static Parts parts(Screen screen, Typed typed, Faults faults) {
    return new Parts(typed, faults, List.of(line(screen), bars(screen), pie(screen)));
  }

  private static Chart line(Screen screen) {
    return new Chart(
        Chart.Kind.LINE,
        screen.text("ui.parts.chart.line"),
        screen.text("ui.parts.chart.day"),
        List.of(screen.text("ui.parts.chart.came")),
        rows(screen, CAME));
  }

  private static Chart bars(Screen screen) {
    return new Chart(
        Chart.Kind.BAR,
        screen.text("ui.parts.chart.bar"),
        screen.text("ui.parts.chart.day"),
        List.of(screen.text("ui.parts.chart.given"), screen.text("ui.parts.chart.spent")),
        rows(screen, CAME, SPENT));
  }

  private static Chart pie(Screen screen) {
    List<Chart.Row> rows = new ArrayList<>();
    long[] shares = {412, 803, 129};
    String[] names = {"cash", "card", "credit"};
    for (int at = 0; at < names.length; at++) {
      rows.add(
          new Chart.Row(
              screen.text("ui.parts.chart." + names[at]), List.of(point(screen, shares[at]))));
    }
    return new Chart(
        Chart.Kind.PIE,
        screen.text("ui.parts.chart.pie"),
        screen.text("ui.parts.chart.paid"),
        List.of(screen.text("ui.parts.chart.paid")),
        rows);
  }

  private static List<Chart.Row> rows(Screen screen, long[]... series) {
    List<Chart.Row> rows = new ArrayList<>();
    for (int at = 0; at < DAYS; at++) {
      List<Chart.Point> points = new ArrayList<>();
      for (long[] values : series) {
        points.add(point(screen, values[at]));
      }
      rows.add(new Chart.Row(screen.day(FIRST.plusDays(at)), points));
    }
    return rows;
  }

  private static Chart.Point point(Screen screen, long value) {
    return new Chart.Point(Amount.plain(value, 0), screen.number(value));
  }
}
