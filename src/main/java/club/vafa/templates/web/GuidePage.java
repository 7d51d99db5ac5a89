package club.vafa.templates.web;

import club.vafa.api.Caller;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Clubs;
import club.vafa.templates.Guide;
import club.vafa.templates.Guides;
import club.vafa.ui.Item;
import club.vafa.ui.Link;
import club.vafa.ui.Mark;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the live program tells members, to read and to print. */
@Hidden
@Controller
class GuidePage {
  private final Guides guides;
  private final Clubs clubs;
  private final Pages pages;

  GuidePage(Guides guides, Clubs clubs, Pages pages) {
    this.guides = guides;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping("/console/program/guide")
  @Needs(Scope.PROGRAM_READ)
  ResponseEntity<byte[]> guide(Screen screen, Caller caller) {
    Guide guide = guides.guide(clubs.get(caller.club()), screen.language());
    Sheet sheet =
        new Sheet(
            guide.title(),
            guide.lead(),
            Mark.NONE,
            new Link("/console/program", screen.text("program.back")));
    for (Guide.Section section : guide.sections()) {
      List<Item> items =
          section.items().stream()
              .map(item ->
                  item.name().isEmpty()
                      ? new Item(item.text(), "", "", Mark.NONE)
                      : new Item(item.name(), "", item.text(), Mark.NONE))
              .toList();
      sheet = sheet.and(Section.list(section.title(), "", items));
    }
    return pages.show(screen, "list/sheet", sheet.and(Section.list("", guide.foot(), List.of())));
  }
}
