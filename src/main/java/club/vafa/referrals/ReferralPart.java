package club.vafa.referrals;

import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import club.vafa.members.Introduced;
import club.vafa.members.MemberPart;
import club.vafa.members.MemberRow;
import club.vafa.members.Members;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who brought a member along: linked when they join, followed when they leave or are merged. */
@Component
class ReferralPart implements MemberPart {
  /** Who writes down what nobody did by hand. */
  static final String VAFA = "vafa";

  private final CodeStore codes;
  private final ReferralStore store;
  private final SettingStore settings;
  private final Scoring scoring;
  private final ObjectProvider<Members> members;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;

  ReferralPart(
      CodeStore codes,
      ReferralStore store,
      SettingStore settings,
      Scoring scoring,
      ObjectProvider<Members> members,
      Feed feed,
      Ids ids,
      Clock clock) {
    this.codes = codes;
    this.store = store;
    this.settings = settings;
    this.scoring = scoring;
    this.members = members;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "referral";
  }

  /** How the member came, as the member's page of the API shows it. */
  record Shown(ReferralId id, MemberId advocate, ReferralState state) {}

  /** Nothing for a member whom nobody brought along. */
  @Override
  public Object show(ClubId club, MemberId member) {
    Optional<Referral> referral = store.ofFriend(club, member);
    return referral.isEmpty()
        ? Map.of()
        : new Shown(referral.get().id(), referral.get().advocate(), referral.get().state());
  }

  /** Codes of members who are blocked lead to nobody, as unknown ones do. */
  @Override
  public Set<String> leading(ClubId club, Collection<String> typed) {
    Map<String, MemberId> owners = owners(club, typed);
    Map<MemberId, MemberRow> rows = members.getObject().look(club, Set.copyOf(owners.values()));
    return owners.entrySet().stream()
        .filter(entry -> {
          MemberRow row = rows.get(entry.getValue());
          return row != null && row.active();
        })
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Whose the codes are, by how they were typed. */
  private Map<String, MemberId> owners(ClubId club, Collection<String> typed) {
    Map<String, String> plain = new HashMap<>();
    typed.forEach(code -> plain.put(code, ReferralCodes.plain(code)));
    Map<String, MemberId> owners = codes.owners(club, Set.copyOf(plain.values()));
    Map<String, MemberId> found = new HashMap<>();
    plain.forEach((code, read) -> {
      MemberId owner = owners.get(read);
      if (owner != null) {
        found.put(code, owner);
      }
    });
    return found;
  }

  @Override
  public void joined(ClubId club, List<Introduced> introduced) {
    ReferralSettings now = settings.latest(club).orElse(ReferralSettings.USUAL);
    Map<String, MemberId> owners =
        owners(club, introduced.stream().map(one -> one.introduction().given()).toList());
    for (Introduced one : introduced) {
      MemberId advocate = owners.get(one.introduction().given());
      if (advocate != null) {
        link(club, now, one, advocate);
      }
    }
  }

  private void link(ClubId club, ReferralSettings now, Introduced friend, MemberId advocate) {
    Referral fresh =
        new Referral(
            new ReferralId(ids.next()),
            friend.member(),
            advocate,
            ReferralState.OPEN,
            friend.joinedAt(),
            friend.introduction().terminal(),
            List.of(),
            0,
            false,
            null,
            null);
    Referral scored = fresh.scored(scoring.score(club, now, fresh, null));
    store.insert(club, scored);
    wrote(club, scored, null);
  }

  @Override
  public void erase(ClubId club, MemberId member) {
    codes.delete(club, member);
    for (Referral referral : store.about(club, List.of(member))) {
      boolean friendStays =
          referral.state() == ReferralState.OPEN && referral.advocate().equals(member);
      if (referral.state().waits()) {
        settle(
            club, referral, friendStays ? ReferralState.LEFT : ReferralState.CANCELLED, "erased");
      }
    }
  }

  @Override
  public void move(ClubId club, MemberId from, MemberId into) {
    codes.move(club, from, into);
    Map<MemberId, MemberRow> rows = members.getObject().look(club, List.of(from, into));
    Merged merged = Merged.of(rows.get(from), rows.get(into));
    List<Referral> about = store.about(club, List.of(from, into));
    boolean taken = about.stream().anyMatch(referral -> referral.friend().equals(into));
    for (Referral referral : about) {
      Referral after = merged.apply(referral, taken);
      if (after.state() != referral.state()) {
        settle(club, referral, after.state(), "merged");
      } else if (!after.equals(referral)) {
        store.update(club, after);
      }
    }
  }

  private void settle(ClubId club, Referral referral, ReferralState next, String reason) {
    Referral after = referral.in(next);
    store.update(club, after);
    wrote(club, after, reason);
  }

  private void wrote(
      ClubId club, Referral referral, @org.jspecify.annotations.Nullable String reason) {
    store.step(
        club, referral.id(), new ReferralStep(referral.state(), clock.instant(), VAFA, reason));
    feed.append(
        club, "referral." + referral.state().word(), referral.id().value(), null, clock.instant());
  }
}
