package club.vafa.portal.web;

import club.vafa.clubs.Club;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.messaging.Messaging;
import club.vafa.messaging.Note.Way;
import club.vafa.portal.Portal;
import club.vafa.portal.Portal.Entered;
import club.vafa.portal.Portal.Joining;
import club.vafa.portal.Portal.Knock;
import club.vafa.portal.Portal.Proof;
import club.vafa.portal.web.DoorSheet.Filled;
import club.vafa.portal.web.DoorSheet.Ways;
import club.vafa.ui.Faults;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The members' door: who you are, the code that proves it, and joining when you are new. */
@Hidden
@Controller
class DoorPage {
  private static final String ASK = "portal/ask";
  private static final String CODE = "portal/code";
  private static final String WELCOME = "portal/welcome";
  private static final int LONGEST = 300;
  private static final UUID NOBODY = new UUID(0, 0);
  private static final Filled EMPTY = new Filled("", "", "", "", "", "");

  private final Portal portal;
  private final Messaging messaging;
  private final Hall hall;
  private final Pages pages;

  DoorPage(Portal portal, Messaging messaging, Hall hall, Pages pages) {
    this.portal = portal;
    this.messaging = messaging;
    this.hall = hall;
    this.pages = pages;
  }

  /** What comes with a request; whatever is missing is empty. */
  record Sent(
      @Nullable String contact,
      @Nullable String name,
      @Nullable String code,
      @Nullable String id,
      @Nullable String ticket,
      @Nullable String branch,
      @Nullable String ref,
      @Nullable String offers) {
    Filled filled() {
      return new Filled(text(contact), text(name), text(id), text(ticket), text(branch), text(ref));
    }

    @Override
    public String toString() {
      return "Sent[]";
    }
  }

  private static String text(@Nullable String given) {
    String text = given == null ? "" : given.strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  private ResponseEntity<byte[]> step(Screen screen, Club club, String step, Filled filled) {
    return pages.show(screen, step, sheet(club, filled, Faults.NONE));
  }

  private ResponseEntity<byte[]> again(
      Screen screen, String step, DoorSheet sheet, List<Refusal> refusals) {
    Faults faults = pages.faults(screen, refusals);
    return pages.refused(
        screen, step, new DoorSheet(sheet.shell(), sheet.filled(), sheet.ways(), faults));
  }

  private DoorSheet sheet(Club club, Filled filled, Faults faults) {
    Ways ways = new Ways(messaging.goes(Way.SMS), messaging.goes(Way.EMAIL), messaging.isAloud());
    return new DoorSheet(Hall.outside(club), filled, ways, faults);
  }

  @GetMapping("/club/{club}/join")
  ResponseEntity<byte[]> ask(
      Screen screen, @PathVariable("club") String code, @ModelAttribute Sent sent) {
    return hall.in(code, club -> step(screen, club, ASK, sent.filled()));
  }

  @PostMapping("/club/{club}/join")
  ResponseEntity<byte[]> send(
      Screen screen,
      @PathVariable("club") String code,
      @ModelAttribute Sent sent,
      HttpServletRequest request) {
    Filled filled = sent.filled();
    return hall.in(
        code,
        club -> {
          Knock knock = new Knock(filled.contact(), request.getRemoteAddr(), screen.language());
          return switch (portal.ask(club, knock)) {
            case Done<UUID>(UUID id) ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header(
                        HttpHeaders.LOCATION,
                        sheet(club, filled.of(id), Faults.NONE).address("code"))
                    .build();
            case Refused<UUID>(var refusals) ->
                again(screen, ASK, sheet(club, filled, Faults.NONE), refusals);
          };
        });
  }

  @GetMapping("/club/{club}/code")
  ResponseEntity<byte[]> code(
      Screen screen, @PathVariable("club") String code, @ModelAttribute Sent sent) {
    return hall.in(code, club -> step(screen, club, CODE, sent.filled()));
  }

  @PostMapping("/club/{club}/code")
  ResponseEntity<byte[]> enter(
      Screen screen,
      @PathVariable("club") String code,
      @ModelAttribute Sent sent,
      HttpServletRequest request) {
    Filled filled = sent.filled();
    Proof proof = new Proof(id(filled.id()), text(sent.code()), request.getRemoteAddr());
    return hall.in(
        code,
        club ->
            switch (portal.enter(club, proof)) {
              case Done<Entered>(Entered.In(String token, var _)) ->
                  hall.welcome(request, club, token);
              case Done<Entered>(Entered.New(String ticket)) ->
                  step(
                      screen,
                      club,
                      WELCOME,
                      new Filled("", "", "", ticket, filled.branch(), filled.ref()));
              case Refused<Entered>(var refusals) ->
                  again(screen, CODE, sheet(club, filled, Faults.NONE), refusals);
            });
  }

  private static UUID id(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException noId) {
      return NOBODY;
    }
  }

  @PostMapping("/club/{club}/welcome")
  ResponseEntity<byte[]> join(
      Screen screen,
      @PathVariable("club") String code,
      @ModelAttribute Sent sent,
      HttpServletRequest request) {
    Filled filled = sent.filled();
    Joining joining =
        new Joining(
            filled.ticket(),
            filled.name().isEmpty() ? null : filled.name(),
            sent.offers() != null,
            screen.language(),
            filled.branch().isEmpty() ? null : filled.branch(),
            filled.ref().isEmpty() ? null : filled.ref());
    return hall.in(
        code,
        club ->
            entered(
                request,
                club,
                portal.join(club, joining),
                refusals -> again(screen, WELCOME, sheet(club, filled, Faults.NONE), refusals)));
  }

  private ResponseEntity<byte[]> entered(
      HttpServletRequest request,
      Club club,
      Outcome<Entered.In> outcome,
      java.util.function.Function<List<Refusal>, ResponseEntity<byte[]>> otherwise) {
    return switch (outcome) {
      case Done<Entered.In>(Entered.In in) -> hall.welcome(request, club, in.token());
      case Refused<Entered.In>(var refusals) -> otherwise.apply(refusals);
    };
  }

  /** The page of a link that staff made: looking at it does not use it up, its button does. */
  @GetMapping("/club/{club}/enter/{token}")
  ResponseEntity<byte[]> link(Screen screen, @PathVariable("club") String code) {
    return hall.in(code, club -> step(screen, club, "portal/enter", EMPTY));
  }

  @PostMapping("/club/{club}/enter/{token}")
  ResponseEntity<byte[]> open(
      Screen screen,
      @PathVariable("club") String code,
      @PathVariable("token") String token,
      HttpServletRequest request) {
    return hall.in(
        code,
        club ->
            entered(
                request,
                club,
                portal.open(club.id(), token),
                refusals -> again(screen, ASK, sheet(club, EMPTY, Faults.NONE), refusals)));
  }
}
