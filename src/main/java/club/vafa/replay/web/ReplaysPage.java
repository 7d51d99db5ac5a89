package club.vafa.replay.web;

import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.ProblemCode;
import club.vafa.kernel.Refusal;
import club.vafa.replay.NewReplay;
import club.vafa.replay.Replay;
import club.vafa.replay.ReplayCode;
import club.vafa.replay.ReplayId;
import club.vafa.replay.ReplayResult;
import club.vafa.replay.Replays;
import club.vafa.replay.web.ReplayView.Progress;
import club.vafa.ui.Faults;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import club.vafa.ui.Typed;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Replays for owners: a campaign that is being written, tried on the club's own past. */
@Hidden
@Controller
class ReplaysPage {
  private static final String PATH = "/console/replays";
  private static final int USUAL = 3;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Replays replays;
  private final ReplayWords words;
  private final Clubs clubs;
  private final Clock clock;
  private final Pages pages;

  ReplaysPage(Replays replays, ReplayWords words, Clubs clubs, Clock clock, Pages pages) {
    this.replays = replays;
    this.words = words;
    this.clubs = clubs;
    this.clock = clock;
    this.pages = pages;
  }

  /** How far back; the button beside it begins. */
  @GetMapping(PATH)
  @Needs(Scope.CAMPAIGNS_WRITE)
  ResponseEntity<byte[]> begin(Screen screen) {
    return pages.show(screen, "replay/ask", ReplayAsk.of(USUAL, Faults.NONE));
  }

  @PostMapping(PATH)
  @Needs(Scope.CAMPAIGNS_WRITE)
  ResponseEntity<byte[]> ask(Screen screen, Caller caller, Typed typed) {
    Club club = clubs.get(caller.club());
    int months =
        ReplayAsk.MONTHS.stream()
            .filter(some -> typed.at("months").equals(some.toString()))
            .findFirst()
            .orElseThrow(() -> refused(ApiCode.BAD_REQUEST));
    NewReplay wanted = wanted(club, typed, months);
    return switch (replays.ask(club, wanted, caller.actor())) {
      case Done<Replay>(Replay asked) when screen.fragment() ->
          pages.show(screen, "replay/course", sheet(screen, club, asked));
      case Done<Replay>(Replay asked) -> pages.goTo(screen, PATH + "/" + asked.id());
      case Refused<Replay>(List<Refusal> refusals) ->
          pages.refused(screen, "replay/ask", ReplayAsk.of(months, pages.faults(screen, refusals)));
    };
  }

  /** The sales of a file are lived through whole. */
  private NewReplay wanted(Club club, Typed typed, int months) {
    LocalDate today = club.day(clock.instant());
    boolean filed = !typed.at("past").isEmpty();
    return new NewReplay(
        null,
        null,
        List.of(json(typed.at("whole"))),
        null,
        null,
        null,
        null,
        filed ? null : club.calendar().plusMonths(today, -months),
        null,
        null,
        false,
        filed ? typed.at("past") : null);
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException broken) {
      throw refused(ApiCode.BAD_REQUEST);
    }
  }

  @GetMapping(PATH + "/{id}")
  @Needs(Scope.CAMPAIGNS_WRITE)
  ResponseEntity<byte[]> look(Screen screen, Caller caller, @PathVariable String id) {
    Club club = clubs.get(caller.club());
    return pages.show(
        screen,
        screen.fragment() ? "replay/course" : "replay/replay",
        sheet(screen, club, known(caller, id)));
  }

  @PostMapping(PATH + "/{id}/cancel")
  @Needs(Scope.CAMPAIGNS_WRITE)
  ResponseEntity<byte[]> cancel(Screen screen, Caller caller, @PathVariable String id) {
    Replay replay = known(caller, id);
    Outcome<Replay> cancelled = replays.cancel(caller.club(), replay.id());
    if (!screen.fragment()) {
      return pages.goTo(screen, PATH + "/" + replay.id());
    }
    // One that has ended meanwhile is shown with its result.
    Replay now = cancelled instanceof Done<Replay>(Replay done) ? done : known(caller, id);
    return pages.show(screen, "replay/course", sheet(screen, clubs.get(caller.club()), now));
  }

  private Replay known(Caller caller, String id) {
    return ReplayId.parse(id)
        .flatMap(known -> replays.find(caller.club(), known))
        .orElseThrow(() -> refused(ReplayCode.REPLAY_NOT_FOUND));
  }

  private ReplaySheet sheet(Screen screen, Club club, Replay replay) {
    Progress progress = Progress.of(replay, clock.instant());
    ReplayResult result = replay.result();
    return new ReplaySheet(
        replay,
        progress.percent(),
        progress.secondsLeft(),
        result == null ? null : words.found(screen, club, replay, result));
  }

  private static InputRefused refused(ProblemCode code) {
    return new InputRefused(List.of(Refusal.of(code)));
  }
}
