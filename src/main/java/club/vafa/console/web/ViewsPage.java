package club.vafa.console.web;

import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.console.ConsoleCode;
import club.vafa.console.View;
import club.vafa.console.Views;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.ui.Faults;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import club.vafa.ui.Toast;
import club.vafa.ui.Typed;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The menu of views of a list, and keeping the one that is shown. */
@Hidden
@Controller
class ViewsPage {
  private static final String PATH = "/console/views";

  private final Views views;
  private final Pages pages;

  ViewsPage(Views views, Pages pages) {
    this.views = views;
    this.pages = pages;
  }

  /** A part of every list; a page of its own without scripts. */
  @GetMapping(PATH)
  @Needs({})
  ResponseEntity<byte[]> menu(
      Screen screen,
      Caller caller,
      @RequestParam String list,
      @RequestParam(defaultValue = "") String query) {
    return pages.show(screen, "console/views", sheet(caller, list, query, Faults.NONE));
  }

  private ViewMenu sheet(Caller caller, String list, String query, Faults faults) {
    if (!Views.isList(list)) {
      throw new InputRefused(
          List.of(Refusal.at("", ApiCode.BAD_PARAMETER, Map.of("name", "list"))));
    }
    List<View> all = views.of(caller, list);
    return new ViewMenu(list, query, all, faults);
  }

  @PostMapping(PATH)
  @Needs({})
  ResponseEntity<byte[]> keep(Screen screen, Caller caller, Typed typed) {
    String list = typed.at("list");
    String query = typed.at("query");
    Outcome<View> kept =
        views.keep(caller, new Views.NewView(list, query, typed.at("name"), typed.on("shared")));
    return switch (kept) {
      case Done<View>(View view) ->
          pages.goTo(screen, view.path(), new Toast(screen.text("console.views.kept"), null));
      case Refused<View>(List<Refusal> refusals) ->
          pages.refused(
              screen, "console/views", sheet(caller, list, query, pages.faults(screen, refusals)));
    };
  }

  @PostMapping(PATH + "/{id}/drop")
  @Needs({})
  ResponseEntity<byte[]> drop(Screen screen, Caller caller, @PathVariable String id, Typed typed) {
    InputRefused.unlessDone(views.drop(caller, read(id)));
    String list = typed.at("list");
    return pages.goTo(
        screen,
        Views.isList(list) ? list : "/console",
        new Toast(screen.text("console.views.dropped"), null));
  }

  private static UUID read(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException none) {
      throw new InputRefused(List.of(Refusal.of(ConsoleCode.VIEW_UNKNOWN)));
    }
  }
}
