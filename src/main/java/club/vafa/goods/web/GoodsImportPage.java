package club.vafa.goods.web;

import club.vafa.api.Caller;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.goods.Goods;
import club.vafa.goods.Imported;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Faults;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes in a table of goods, pasted or from a file. */
@Hidden
@Controller
class GoodsImportPage {
  static final String PATH = "/console/goods/import";
  private static final String TEMPLATE = "goods/import";

  private final Goods goods;
  private final Clubs clubs;
  private final Pages pages;

  GoodsImportPage(Goods goods, Clubs clubs, Pages pages) {
    this.goods = goods;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.GOODS_WRITE)
  ResponseEntity<byte[]> ask(Screen screen) {
    return pages.show(screen, TEMPLATE, new GoodsIntake("", Faults.NONE, null));
  }

  /** Taking the same table again changes nothing, so that reloading does no harm. */
  @PostMapping(PATH)
  @Needs(Scope.GOODS_WRITE)
  ResponseEntity<byte[]> take(Screen screen, Caller caller, @RequestParam("csv") String csv) {
    Club club = clubs.get(caller.club());
    Outcome<Imported> taken =
        ItemsApi.text(csv).then(text -> goods.takeAsShown(club, text, caller.actor()));
    return switch (taken) {
      case Done<Imported>(Imported imported) ->
          pages.show(screen, TEMPLATE, new GoodsIntake("", Faults.NONE, told(screen, imported)));
      case Refused<Imported>(List<Refusal> refusals) ->
          pages.refused(
              screen, TEMPLATE, new GoodsIntake(csv, pages.faults(screen, refusals), null));
    };
  }

  private GoodsIntake.Told told(Screen screen, Imported imported) {
    return new GoodsIntake.Told(
        screen.text(
            "goods.import.done",
            "added",
            imported.added(),
            "changed",
            imported.changed(),
            "refused",
            imported.refused().size()),
        imported.refused().stream().map(row -> row(screen, row)).toList());
  }

  private GoodsIntake.Row row(Screen screen, Imported.RefusedRow row) {
    return new GoodsIntake.Row(
        screen.number(row.line()),
        row.code(),
        String.join(" ", pages.faults(screen, row.reasons()).all()));
  }
}
