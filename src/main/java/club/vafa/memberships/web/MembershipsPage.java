package club.vafa.memberships.web;

import club.vafa.api.ApiCode;
import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Digits;
import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberNames;
import club.vafa.members.Members;
import club.vafa.memberships.Membership;
import club.vafa.memberships.MembershipCode;
import club.vafa.memberships.MembershipId;
import club.vafa.memberships.Memberships;
import club.vafa.memberships.Payment;
import club.vafa.ui.Deed;
import club.vafa.ui.Deed.Ask;
import club.vafa.ui.Fact;
import club.vafa.ui.Form;
import club.vafa.ui.Item;
import club.vafa.ui.Link;
import club.vafa.ui.Mark;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who is on a plan, in which state, and whose fee is missing. */
@Hidden
@Controller
class MembershipsPage {
  static final String PATH = "/console/memberships";
  private static final int CHANGES = 100;

  private final Memberships memberships;
  private final Members members;
  private final Clubs clubs;
  private final Pages pages;

  MembershipsPage(Memberships memberships, Members members, Clubs clubs, Pages pages) {
    this.memberships = memberships;
    this.members = members;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.MEMBERSHIPS_READ)
  ResponseEntity<byte[]> list(
      Screen screen,
      Caller caller,
      @RequestParam(defaultValue = "") String state,
      @RequestParam(required = false) @Nullable String after) {
    Optional<Membership.State> wanted =
        Stream.of(Membership.State.values())
            .filter(one -> PlanWords.lower(one).equals(state))
            .findFirst();
    if (wanted.isEmpty() && !state.isEmpty()) {
      throw new InputRefused(List.of(Refusal.of(ApiCode.BAD_REQUEST)));
    }
    Page<Membership> page =
        InputRefused.unlessDone(Paging.read(null, after))
            .page(
                (start, most) ->
                    wanted.isEmpty()
                        ? memberships.list(caller.club(), null, start, most)
                        : memberships.in(caller.club(), wanted.get(), start, most),
                one -> one.id().value());
    return pages.show(
        screen,
        "memberships/list",
        new MembershipList(new PlanWords(screen), state, items(screen, caller, page), page.next()));
  }

  private List<Item> items(Screen screen, Caller caller, Page<Membership> page) {
    Club club = clubs.get(caller.club());
    PlanWords words = new PlanWords(screen);
    MemberNames names =
        MemberNames.of(screen, members, page.data().stream().map(Membership::member));
    return page.data().stream()
        .map(one ->
            new Item(
                names.names().getOrDefault(one.member(), screen.text("members.nameless")),
                PATH + "/" + one.id(),
                words.name(memberships.detail(club, one).plan())
                    + " · "
                    + screen.text("memberships.until", "day", last(screen, one.span())),
                words.mark(one.state())))
        .toList();
  }

  private static String last(Screen screen, Membership.Span span) {
    return screen.day(span.ends().minusDays(1));
  }

  @GetMapping(PATH + "/{id}")
  @Needs(Scope.MEMBERSHIPS_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("id") String id) {
    return pages.show(screen, "list/sheet", sheet(screen, find(caller, id), Form.EMPTY));
  }

  private Membership find(Caller caller, String id) {
    return MembershipId.parse(id)
        .flatMap(known -> memberships.find(caller.club(), known))
        .orElseThrow(
            () -> new InputRefused(List.of(Refusal.of(MembershipCode.MEMBERSHIP_NOT_FOUND))));
  }

  private Sheet sheet(Screen screen, Membership one, Form typed) {
    Club club = clubs.get(screen.club().caller().club());
    PlanWords words = new PlanWords(screen);
    boolean may = screen.may(Scope.MEMBERSHIPS_WRITE) && one.state().open();
    boolean rests = one.state() == Membership.State.PAUSED;
    Ask reference = new Ask("text/reference", screen.text("memberships.reference"), true);
    Ask days = new Ask("count/days", screen.text("memberships.pause.days"), true);
    return new Sheet(
            MemberNames.of(screen, members, Stream.of(one.member())).of(one.member()),
            words.name(memberships.detail(club, one).plan()),
            words.mark(one.state()),
            new Link(PATH, screen.text("memberships.all.back")))
        .and(
            new Section(screen.text("memberships.about"), facts(screen, one))
                .leadingTo(
                    screen.may(Scope.MEMBERS_READ)
                        ? new Link(
                            "/console/members/" + one.member(), screen.text("memberships.member"))
                        : null))
        .and(Section.list(screen.text("memberships.changes"), "", changes(words, one)))
        .offering(may && !rests, deed(screen, one, "paid").asking(reference).first())
        .offering(may && !rests, deed(screen, one, "failed").asking(reference))
        .offering(
            may && one.state() == Membership.State.ACTIVE, deed(screen, one, "pause").asking(days))
        .offering(may && rests, deed(screen, one, "resume"))
        .offering(may && !one.ending(), deed(screen, one, "cancel").forGood())
        .with(typed);
  }

  private static Deed deed(Screen screen, Membership one, String to) {
    return new Deed(
        PATH + "/" + one.id() + "/change",
        to,
        screen.text("memberships.do." + to),
        screen.text("memberships.do." + to + ".hint"));
  }

  private static List<Fact> facts(Screen screen, Membership one) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(screen.text("memberships.joined"), screen.day(one.joinedAt())));
    facts.add(new Fact(screen.text("memberships.runs"), screen.day(one.span().begins())));
    facts.add(new Fact(screen.text("memberships.last"), last(screen, one.span())));
    facts.add(new Fact(screen.text("memberships.fee"), screen.money(one.span().fee())));
    facts.add(new Fact(screen.text("memberships.paid"), screen.money(one.span().paid())));
    if (one.dunning().tries() > 0) {
      facts.add(new Fact(screen.text("memberships.failed"), screen.number(one.dunning().tries())));
    }
    if (one.dunning().graceEnds() != null) {
      facts.add(
          new Fact(
              screen.text("memberships.grace.until"),
              screen.day(one.dunning().graceEnds().minusDays(1))));
    }
    if (one.pause().ends() != null) {
      facts.add(new Fact(screen.text("memberships.rests.until"), screen.day(one.pause().ends())));
    }
    if (one.ending()) {
      facts.add(
          new Fact(screen.text("memberships.ending"), screen.text("memberships.ending.told")));
    }
    if (one.refund() > 0) {
      facts.add(new Fact(screen.text("memberships.refund"), screen.money(one.refund())));
    }
    return facts;
  }

  private List<Item> changes(PlanWords words, Membership one) {
    Screen screen = words.screen();
    return memberships
        .changes(screen.club().caller().club(), one.id(), null, CHANGES)
        .reversed()
        .stream()
        .map(change ->
            new Item(
                screen.text("memberships.change." + change.kind()),
                "",
                screen.time(change.at()) + " · " + screen.who(change.actor()),
                Mark.NONE,
                change.amount() == null || change.amount() == 0
                    ? ""
                    : screen.money(change.amount())))
        .toList();
  }

  @PostMapping(PATH + "/{id}/change")
  @Needs(Scope.MEMBERSHIPS_WRITE)
  ResponseEntity<byte[]> change(
      Screen screen,
      Caller caller,
      @PathVariable("id") String id,
      @RequestParam MultiValueMap<String, String> sent) {
    Membership before = find(caller, id);
    Written written = new Written(sent, screen.club());
    return pages.after(
        screen,
        changed(caller, before, sent),
        done -> PATH + "/" + done.id(),
        new Again("list/sheet", faults -> sheet(screen, find(caller, id), written.form(faults))));
  }

  private Outcome<Membership> changed(
      Caller caller, Membership one, MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    String actor = caller.actor();
    return switch (Objects.requireNonNullElse(sent.getFirst("to"), "")) {
      case "paid" -> paid(club, one, new Paid(sent, Payment.Result.SUCCEEDED, actor));
      case "failed" -> paid(club, one, new Paid(sent, Payment.Result.FAILED, actor));
      case "pause" -> {
        String days =
            Digits.western(Objects.requireNonNullElse(sent.getFirst("count/days"), "").strip());
        yield days.matches("\\d{1,4}")
            ? memberships.pause(club, one.id(), Integer.parseInt(days), actor)
            : Outcome.refused(Refusal.at("/days", InputCode.NOT_A_NUMBER));
      }
      case "resume" -> memberships.resume(club, one.id(), actor);
      case "cancel" -> memberships.cancel(club, one.id(), false, actor);
      default -> throw new InputRefused(List.of(Refusal.of(ApiCode.BAD_REQUEST)));
    };
  }

  private record Paid(MultiValueMap<String, String> sent, Payment.Result result, String actor) {}

  /** A payment that somebody of the staff took, named by the number on its receipt. */
  private Outcome<Membership> paid(Club club, Membership one, Paid paid) {
    Input input = new Input();
    Payment payment =
        Payment.read(
            input,
            "",
            new Payment.Sent(
                "console", paid.sent().getFirst("text/reference"), paid.result(), null));
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : memberships.pay(club, one.id(), payment, paid.actor());
  }
}
