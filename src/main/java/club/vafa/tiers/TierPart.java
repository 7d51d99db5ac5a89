package club.vafa.tiers;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import club.vafa.members.MemberPart;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A member's tiers: shown with the member, and gone with them. When two members become one, what
 * both did counts together, and the higher standing goes on.
 */
@Component
class TierPart implements MemberPart {
  private final Tiers tiers;
  private final StandingStore store;
  private final Clubs clubs;
  private final Clock clock;

  TierPart(Tiers tiers, StandingStore store, Clubs clubs, Clock clock) {
    this.tiers = tiers;
    this.store = store;
    this.clubs = clubs;
    this.clock = clock;
  }

  /** A tier as the member's page of the API shows it. */
  record Shown(String set, @Nullable String tier, @Nullable LocalDate until) {}

  @Override
  public String name() {
    return "tiers";
  }

  @Override
  public List<Shown> show(ClubId id, MemberId member) {
    Club club = clubs.get(id);
    TierBook book = tiers.open(club, List.of(member));
    List<Shown> shown = new ArrayList<>();
    if (!book.isEmpty()) {
      book.current(member, book.joined(member).orElse(book.today()))
          .places()
          .forEach((set, place) -> shown.add(new Shown(set, place.tier(), place.until())));
    }
    return shown;
  }

  @Override
  public void erase(ClubId club, MemberId member) {
    store.forget(club, member);
  }

  @Override
  public void move(ClubId id, MemberId from, MemberId into) {
    Club club = clubs.get(id);
    TierBook book = tiers.openWhole(club, List.of(from, into));
    Optional<LocalDate> joined = book.joined(from);
    if (book.isEmpty() || joined.isEmpty()) {
      return;
    }
    TierBook.Page old = book.current(from, joined.get());
    TierBook.Page survivor = book.current(into, book.joined(into).orElse(joined.get()));
    Progress all = survivor.climber().progress();
    old.climber()
        .progress()
        .all()
        .forEach((key, amount) -> all.add(key.measure(), key.day(), amount));
    for (Map.Entry<String, Place> entry : survivor.places().entrySet()) {
      Place before = old.places().get(entry.getKey());
      if (before != null) {
        entry.getValue().join(before.state().earned(), before.given(), clock.instant());
      }
    }
    book.touch(into);
    book.drop(from);
    tiers.write(book);
    store.forget(id, from);
  }
}
