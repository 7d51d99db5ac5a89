package club.vafa.clubs.web;

import club.vafa.api.Caller;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.Unit;
import club.vafa.clubs.Worth;
import club.vafa.clubs.WorthView;
import club.vafa.clubs.WorthView.WorthRequest;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Outcome;
import club.vafa.ui.Form;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The loyalty table of a unit written down: its worth by season and tier, and what it buys. */
@Hidden
@Controller
class WorthEditPage {
  private static final String PATH = UnitsPage.PATH + "/{code}/worth";
  private static final String TEMPLATE = "clubs/worth";

  private final Clubs clubs;
  private final Json json;
  private final Pages pages;
  private final Clock clock;

  WorthEditPage(Clubs clubs, Json json, Pages pages, Clock clock) {
    this.clubs = clubs;
    this.json = json;
    this.pages = pages;
    this.clock = clock;
  }

  @GetMapping(PATH)
  @Needs(Scope.SETTINGS_WRITE)
  ResponseEntity<byte[]> edit(Screen screen, Caller caller, @PathVariable("code") String code) {
    Club club = clubs.get(caller.club());
    Unit unit = UnitsPage.find(club, code);
    Worth holds = clubs.worth(club.id(), unit, clock.instant()).from(Instant.MIN);
    Form form = Form.of(json.tree(WorthView.of(club, unit, holds)));
    return pages.show(screen, TEMPLATE, new WorthEntry(form, screen, club, unit));
  }

  @PostMapping(PATH)
  @Needs(Scope.SETTINGS_WRITE)
  ResponseEntity<byte[]> change(
      Screen screen,
      Caller caller,
      @PathVariable("code") String code,
      @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Unit unit = UnitsPage.find(club, code);
    Written written = new Written(sent, screen.club());
    ObjectNode document = written.without("rows", "worth");
    withoutEmptied(document);
    Outcome<Worth> put =
        json.read(document, WorthRequest.class)
            .then(in -> in.read(club, unit))
            .then(worth -> clubs.putWorth(club.id(), code, worth, caller.actor()));
    return pages.after(
        screen,
        put,
        _ -> UnitsPage.PATH + "/" + code,
        new Again(TEMPLATE, faults -> new WorthEntry(written.form(faults), screen, club, unit)));
  }

  /** Goods whose price was cleared are meant to go. */
  private static void withoutEmptied(ObjectNode document) {
    if (document.get("goods") instanceof ArrayNode goods) {
      for (int at = goods.size() - 1; at >= 0; at--) {
        if (!goods.get(at).hasNonNull("units")) {
          goods.remove(at);
        }
      }
    }
  }
}
