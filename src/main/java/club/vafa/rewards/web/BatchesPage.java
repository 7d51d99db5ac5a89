package club.vafa.rewards.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.api.Json;
import club.vafa.api.Needs;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.rewards.Batch;
import club.vafa.rewards.BatchId;
import club.vafa.rewards.Batches;
import club.vafa.rewards.Reward;
import club.vafa.rewards.Rewards;
import club.vafa.rewards.RewardsCode;
import club.vafa.rewards.Voucher;
import club.vafa.rewards.web.BatchesApi.BatchIn;
import club.vafa.ui.Fact;
import club.vafa.ui.Form;
import club.vafa.ui.Item;
import club.vafa.ui.Link;
import club.vafa.ui.Listing;
import club.vafa.ui.Mark;
import club.vafa.ui.Pages;
import club.vafa.ui.Pages.Again;
import club.vafa.ui.Screen;
import club.vafa.ui.Sheet;
import club.vafa.ui.Sheet.Section;
import club.vafa.ui.Tone;
import club.vafa.ui.Written;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Codes of vouchers in bulk: ordered, and taken along as a file for print or a campaign. */
@Hidden
@Controller
class BatchesPage {
  private static final String PATH = VouchersPage.PATH + "/batches";
  private static final String TEMPLATE = "rewards/batch";
  private static final int MOST_REWARDS = 1_000;
  private static final int AT_ONCE = 5_000;

  private final Batches batches;
  private final Rewards rewards;
  private final Clubs clubs;
  private final Json json;
  private final Pages pages;

  BatchesPage(Batches batches, Rewards rewards, Clubs clubs, Json json, Pages pages) {
    this.batches = batches;
    this.rewards = rewards;
    this.clubs = clubs;
    this.json = json;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.REWARDS_READ)
  ResponseEntity<byte[]> list(
      Screen screen, Caller caller, @RequestParam(required = false) @Nullable String after) {
    Club club = clubs.get(caller.club());
    Page<Batch> page =
        InputRefused.unlessDone(Paging.read(null, after))
            .page(
                (start, most) -> batches.list(club.id(), start, most), batch -> batch.id().value());
    Listing listing =
        new Listing(
                screen.text("rewards.batches"),
                screen.text("rewards.batches.hint"),
                page.map(batch -> item(screen, club, batch)).data(),
                new Listing.Empty(
                    "ticket",
                    screen.text("rewards.batches.none"),
                    screen.text("rewards.batches.none.hint")))
            .beside(RewardsPage.TABS)
            .goingOn(page.next() == null ? null : PATH + "?after=" + page.next())
            .offering(
                screen.may(Scope.REWARDS_WRITE),
                new Link(PATH + "/new", screen.text("rewards.batch.new")));
    return pages.show(screen, "list/page", listing);
  }

  private Item item(Screen screen, Club club, Batch batch) {
    return new Item(
        name(screen, club, batch),
        PATH + "/" + batch.id(),
        screen.time(batch.madeAt()),
        mark(screen, batch),
        screen.text("rewards.batch.count", "count", batch.wanted()));
  }

  private String name(Screen screen, Club club, Batch batch) {
    return rewards.terms(club.id(), batch.reward(), batch.version()).name(screen.language());
  }

  private static Mark mark(Screen screen, Batch batch) {
    return batch.made() < batch.wanted()
        ? new Mark(screen.text("rewards.batch.making"), Tone.PLAIN)
        : new Mark(screen.text("rewards.batch.done"), Tone.GOOD);
  }

  @GetMapping(PATH + "/new")
  @Needs(Scope.REWARDS_WRITE)
  ResponseEntity<byte[]> fresh(Screen screen, Caller caller) {
    return pages.show(screen, TEMPLATE, entry(screen, caller, Form.EMPTY));
  }

  @PostMapping(PATH + "/new")
  @Needs(Scope.REWARDS_WRITE)
  ResponseEntity<byte[]> make(
      Screen screen, Caller caller, @RequestParam MultiValueMap<String, String> sent) {
    Club club = clubs.get(caller.club());
    Written written = new Written(sent, screen.club());
    Outcome<Batch> begun =
        json.read(written.document(), BatchIn.class)
            .then(in -> BatchesApi.wish(club, in, caller.actor()))
            .then(wish -> batches.begin(club, wish));
    return pages.after(
        screen,
        begun,
        batch -> PATH + "/" + batch.id(),
        new Again(TEMPLATE, faults -> entry(screen, caller, written.form(faults))));
  }

  private BatchEntry entry(Screen screen, Caller caller, Form form) {
    Map<String, String> giving = new LinkedHashMap<>();
    for (Reward reward : rewards.list(caller.club(), "", MOST_REWARDS)) {
      if (reward.state() == Reward.State.LIVE
          && reward.published() != null
          && reward.published().voucher() != null) {
        giving.put(reward.id().toString(), reward.published().name(screen.language()));
      }
    }
    return new BatchEntry(form, giving, PATH);
  }

  @GetMapping(PATH + "/{id}")
  @Needs(Scope.REWARDS_READ)
  ResponseEntity<byte[]> one(Screen screen, Caller caller, @PathVariable("id") String id) {
    Club club = clubs.get(caller.club());
    Batch batch = find(club, id);
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(screen.text("rewards.batch.wanted"), screen.number(batch.wanted())));
    facts.add(new Fact(screen.text("rewards.batch.made"), screen.number(batch.made())));
    facts.add(
        new Fact(
            screen.text("rewards.batch.use"),
            screen.text(batch.active() ? "rewards.batch.active" : "rewards.batch.issued")));
    if (batch.expiresAt() != null) {
      facts.add(
          new Fact(screen.text("rewards.until"), screen.day(batch.expiresAt().minusMillis(1))));
    }
    facts.add(new Fact(screen.text("rewards.batch.by"), screen.who(batch.madeBy())));
    boolean may = screen.may(Scope.REWARDS_WRITE) && batch.made() == batch.wanted();
    Sheet sheet =
        new Sheet(
                name(screen, club, batch),
                screen.time(batch.madeAt()),
                mark(screen, batch),
                new Link(PATH, screen.text("rewards.batches.back")))
            .and(
                new Section(screen.text("rewards.batch.about"), facts)
                    .leadingTo(
                        may
                            ? new Link(
                                PATH + "/" + id + "/codes.csv",
                                screen.text("rewards.batch.download"))
                            : null));
    return pages.show(screen, "list/sheet", sheet);
  }

  /** One code a line, for a printer or a mailing. */
  @GetMapping(PATH + "/{id}/codes.csv")
  @Needs(Scope.REWARDS_WRITE)
  ResponseEntity<byte[]> codes(Caller caller, @PathVariable("id") String id) {
    Club club = clubs.get(caller.club());
    Batch batch = find(club, id);
    StringBuilder csv = new StringBuilder("code\r\n");
    UUID after = null;
    List<Voucher> part;
    do {
      part = batches.codes(club.id(), batch.id(), after, AT_ONCE);
      for (Voucher voucher : part) {
        csv.append(voucher.shown()).append("\r\n");
        after = voucher.id().value();
      }
    } while (part.size() == AT_ONCE);
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"codes-" + batch.id() + ".csv\"")
        .cacheControl(CacheControl.noStore())
        .body(csv.toString().getBytes(StandardCharsets.UTF_8));
  }

  private Batch find(Club club, String id) {
    return BatchId.parse(id)
        .flatMap(known -> batches.find(club.id(), known))
        .orElseThrow(() -> new InputRefused(List.of(Refusal.of(RewardsCode.BATCH_NOT_FOUND))));
  }
}
