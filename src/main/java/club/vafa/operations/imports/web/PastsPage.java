package club.vafa.operations.imports.web;

import club.vafa.api.ApiCode;
import club.vafa.api.Body;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.api.Takes;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.operations.imports.Imports;
import club.vafa.replay.NewPast;
import club.vafa.replay.PastFile;
import club.vafa.replay.Pasts;
import club.vafa.ui.Faults;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** A file of sales, chosen on the page of a replay. */
@Hidden
@Controller
class PastsPage {
  private static final String PATH = "/console/pasts";
  private static final int SHOWN = 100;

  /** The headings that are surest to be understood, and two sales. */
  private static final String TEMPLATE =
      """
      receipt,date,time,customer,sku,category,quantity,unit price,cost,coupons
      1001,2026-01-15,10:30,C-17,LATTE,coffee,2,4.50,1.20,
      1001,2026-01-15,10:30,C-17,CAKE,cake,1,3.00,1.10,
      1002,2026-01-15,11:05,C-23,LATTE,coffee,1,4.50,1.20,WELCOME
      """;

  private final Imports imports;
  private final Pasts pasts;
  private final Clubs clubs;
  private final Pages pages;

  PastsPage(Imports imports, Pasts pasts, Clubs clubs, Pages pages) {
    this.imports = imports;
    this.pasts = pasts;
    this.clubs = clubs;
    this.pages = pages;
  }

  @PostMapping(path = PATH, consumes = "text/csv")
  @Needs(Scope.CAMPAIGNS_WRITE)
  @Takes({"name", "calendar", "returnsPrefix"})
  ResponseEntity<byte[]> read(Screen screen, Caller caller, HttpServletRequest http)
      throws IOException {
    byte[] content = http.getInputStream().readNBytes(Body.LARGEST_FILE + 1);
    if (content.length > Body.LARGEST_FILE) {
      throw new InputRefused(
          List.of(
              Refusal.at(
                  "", ApiCode.BODY_TOO_LARGE, Map.of("limit", Body.LARGEST_FILE / 1024 / 1024))));
    }
    Outcome<PastFile> kept =
        imports.inTurn(() ->
            UploadForm.read(http, content)
                .then(upload -> imports.past(clubs.get(caller.club()), upload, screen.language()))
                .map((NewPast past) -> pasts.keep(caller.club(), past, caller.actor())));
    return switch (kept) {
      case Done<PastFile>(PastFile file) ->
          pages.show(
              screen,
              "operations/past",
              new PastSheet(file, pasts.refused(caller.club(), file.id(), 0, SHOWN), Faults.NONE));
      case Refused<PastFile>(List<Refusal> refusals) ->
          pages.refused(
              screen,
              "operations/past",
              new PastSheet(null, List.of(), pages.faults(screen, refusals)));
    };
  }

  /** An example of a file that is understood. */
  @GetMapping(PATH + "/template.csv")
  @Needs(Scope.CAMPAIGNS_WRITE)
  ResponseEntity<byte[]> template() {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"sales.csv\"")
        .body(TEMPLATE.getBytes(StandardCharsets.UTF_8));
  }
}
