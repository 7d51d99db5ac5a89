package club.vafa.tiers.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.tiers.Crowd;
import club.vafa.tiers.DefinedSet;
import club.vafa.tiers.LiveTiers;
import club.vafa.tiers.TierCode;
import club.vafa.tiers.TierSet;
import club.vafa.tiers.Tiers;
import club.vafa.ui.Deed;
import club.vafa.ui.Faults;
import club.vafa.ui.Form;
import club.vafa.ui.Item;
import club.vafa.ui.Link;
import club.vafa.ui.Listing;
import club.vafa.ui.Mark;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import club.vafa.ui.Tone;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.ObjectNode;

/** Sets of tiers for owners: told, defined, changed, ended. */
@Hidden
@Controller
class TierSetsPage implements MenuEntry {
  static final String PATH = "/console/tiers";
  private static final String TEMPLATE = "tiers/edit";
  private static final int MOST = 200;

  private final Tiers tiers;
  private final LiveTiers live;
  private final Clubs clubs;
  private final Pages pages;

  TierSetsPage(Tiers tiers, LiveTiers live, Clubs clubs, Pages pages) {
    this.tiers = tiers;
    this.live = live;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.TIERS_READ)
  ResponseEntity<byte[]> list(Screen screen, Caller caller) {
    Club club = clubs.get(caller.club());
    List<Item> items =
        tiers.list(club.id(), "", MOST).stream().map(set -> item(screen, club, set)).toList();
    Listing listing =
        new Listing(
                screen.text("tiers.title"),
                screen.text("tiers.hint"),
                items,
                new Listing.Empty(
                    "award", screen.text("tiers.none"), screen.text("tiers.none.hint")))
            .offering(
                screen.may(Scope.TIERS_WRITE), new Link(PATH + "/new", screen.text("tiers.new")));
    return pages.show(screen, "list/page", listing);
  }

  private Item item(Screen screen, Club club, DefinedSet defined) {
    TierSet set = parsed(club, defined);
    List<String> names = set.tiers().stream().map(tier -> tier.name(screen.language())).toList();
    return new Item(
        set.name(screen.language()),
        PATH + "/" + set.code(),
        String.join(" → ", screen.language().rightToLeft() ? leftwards(names) : names),
        mark(screen, defined));
  }

  /** The arrow between them turns with the text. */
  private static List<String> leftwards(List<String> names) {
    return List.of(String.join(" ← ", names));
  }

  private static Mark mark(Screen screen, DefinedSet set) {
    return set.live()
        ? new Mark(screen.text("tiers.live"), Tone.GOOD)
        : new Mark(screen.text("tiers.ended"), Tone.PLAIN);
  }

  @GetMapping(PATH + "/{code}")
  @Needs(Scope.TIERS_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("code") String code) {
    return pages.show(screen, "list/sheet", sheet(screen, caller, code, Faults.NONE));
  }

  private Sheet sheet(Screen screen, Caller caller, String code, Faults faults) {
    Club club = clubs.get(caller.club());
    DefinedSet defined = find(club, code);
    TierSet set = parsed(club, defined);
    TierWords words = new TierWords(screen, club);
    boolean may = screen.may(Scope.TIERS_WRITE) && defined.live();
    String path = PATH + "/" + code;
    return new Sheet(
            set.name(screen.language()),
            screen.text("tiers.changed", "day", screen.day(defined.updatedAt())),
            mark(screen, defined),
            new Link(PATH, screen.text("tiers.back")))
        .and(Section.list(screen.text("tiers.ladder"), "", words.tiers(set)))
        .and(Section.fetched(screen.text("tiers.crowds"), path + "/members"))
        .and(new Section(screen.text("tiers.rules"), words.rules(set)))
        .changedAt(may, new Link(path + "/edit", screen.text("tiers.change")))
        .offering(
            may,
            new Deed(path + "/end", "", screen.text("tiers.end"), screen.text("tiers.end.hint"))
                .forGood())
        .with(faults);
  }

  /** How many stand where, as a part of the page. */
  @GetMapping(PATH + "/{code}/members")
  @Needs(Scope.TIERS_READ)
  ResponseEntity<byte[]> crowds(Screen screen, Caller caller, @PathVariable("code") String code) {
    Club club = clubs.get(caller.club());
    TierSet set = parsed(club, find(club, code));
    Crowd crowds = tiers.crowds(club, code);
    List<Item> items =
        set.tiers().reversed().stream()
            .map(tier ->
                new Item(
                    tier.name(screen.language()),
                    "",
                    "",
                    Mark.NONE,
                    screen.text(
                        crowds.more() ? "tiers.crowd.more" : "tiers.crowd",
                        "count",
                        crowds.in(tier))))
            .toList();
    return pages.show(screen, "tiers/crowds", new Crowds(items));
  }

  @PostMapping(PATH + "/{code}/end")
  @Needs(Scope.TIERS_WRITE)
  ResponseEntity<byte[]> end(Screen screen, Caller caller, @PathVariable("code") String code) {
    return pages.after(
        screen,
        tiers.end(clubs.get(caller.club()), code, caller.actor()),
        done -> PATH + "/" + done.code(),
        new Again("list/sheet", faults -> sheet(screen, caller, code, faults)));
  }

  @GetMapping(PATH + "/new")
  @Needs(Scope.TIERS_WRITE)
  ResponseEntity<byte[]> fresh(Screen screen, Caller caller) {
    return pages.show(screen, TEMPLATE, entry(screen, caller, Form.EMPTY, null));
  }

  @PostMapping(PATH + "/new")
  @Needs(Scope.TIERS_WRITE)
  ResponseEntity<byte[]> make(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Written written = new Written(sent, screen.club());
    ObjectNode definition = written.named("tiers");
    String code = definition.remove("code").asString();
    Outcome<DefinedSet> made =
        tiers.find(club.id(), code).isPresent()
            ? Outcome.refused(Refusal.at("/code", TierCode.TIER_CODE_TAKEN, Map.of("value", code)))
            : tiers.put(club, code, TierSetEntry.fitting(definition), caller.actor());
    return pages.after(
        screen,
        made,
        set -> PATH + "/" + set.code(),
        new Again(TEMPLATE, faults -> entry(screen, caller, written.form(faults), null)));
  }

  @GetMapping(PATH + "/{code}/edit")
  @Needs(Scope.TIERS_WRITE)
  ResponseEntity<byte[]> edit(Screen screen, Caller caller, @PathVariable("code") String code) {
    Form form = Form.of(find(clubs.get(caller.club()), code).definition());
    return pages.show(screen, TEMPLATE, entry(screen, caller, form, code));
  }

  @PostMapping(PATH + "/{code}/edit")
  @Needs(Scope.TIERS_WRITE)
  ResponseEntity<byte[]> change(
      Screen screen,
      Caller caller,
      @PathVariable("code") String code,
      @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Written written = new Written(sent, screen.club());
    ObjectNode definition = written.over(find(club, code).definition());
    return pages.after(
        screen,
        tiers.put(club, code, TierSetEntry.fitting(definition), caller.actor()),
        set -> PATH + "/" + set.code(),
        new Again(TEMPLATE, faults -> entry(screen, caller, written.form(faults), code)));
  }

  private TierSetEntry entry(Screen screen, Caller caller, Form form, @Nullable String code) {
    return new TierSetEntry(form, screen, clubs.get(caller.club()), code);
  }

  private DefinedSet find(Club club, String code) {
    return tiers
        .find(club.id(), code)
        .orElseThrow(() -> new InputRefused(List.of(Refusal.of(TierCode.TIER_SET_NOT_FOUND))));
  }

  private TierSet parsed(Club club, DefinedSet set) {
    return InputRefused.unlessDone(live.read(club, set.code(), set.definition()));
  }

  @Override
  public String title() {
    return "tiers.title";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "award";
  }

  @Override
  public int place() {
    return 460;
  }

  @Override
  public String group() {
    return "ui.group.program";
  }

  @Override
  public Scope needs() {
    return Scope.TIERS_READ;
  }
}
