package club.vafa.members;

import club.vafa.clubs.Club;
import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.ledger.Books;
import club.vafa.ledger.Cause;
import club.vafa.ledger.Ledger;
import club.vafa.ledger.Statements;
import club.vafa.ledger.Statements.WalletView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes one member of two that are the same person. What the first has and is found by goes to the
 * second; the first's own history stays where it was written. What is pending, held or owed cannot
 * change hands, so it has to be settled before.
 */
@Component
public class Merging {
  private final MemberStore members;
  private final ProfileStore profiles;
  private final Statements statements;
  private final Ledger ledger;
  private final List<MemberPart> parts;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;

  Merging(
      MemberStore members,
      ProfileStore profiles,
      Statements statements,
      Ledger ledger,
      List<MemberPart> parts,
      Feed feed,
      Ids ids,
      Clock clock) {
    this.members = members;
    this.profiles = profiles;
    this.statements = statements;
    this.ledger = ledger;
    this.parts = parts;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  /** Who is to become whom, and who says so. */
  public record Wish(MemberId from, MemberId into, String actor) {}

  @Transactional
  public Outcome<Profile> merge(Club club, Wish wish) {
    List<WalletView> wallets = new ArrayList<>();
    List<Refusal> against = against(club, wish, wallets);
    if (!against.isEmpty()) {
      return Outcome.refused(against);
    }
    for (WalletView wallet : wallets) {
      transfer(club, wish, wallet);
    }
    Instant now = clock.instant();
    Profile from = profiles.profiles(club.id(), List.of(wish.from())).getFirst();
    profiles.moveIdentifiers(club.id(), wish.from(), wish.into(), now);
    parts.forEach(part -> part.move(club.id(), wish.from(), wish.into()));
    profiles.update(club.id(), Changes.to(from, MemberState.MERGED, wish.into()));
    profiles.rename(club.id(), wish.from(), "");
    feed.append(
        club.id(), "member.merged", wish.from().value(), "{\"into\":\"" + wish.into() + "\"}", now);
    return Outcome.done(profiles.profiles(club.id(), List.of(wish.into())).getFirst());
  }

  private List<Refusal> against(Club club, Wish wish, List<WalletView> wallets) {
    if (wish.from().equals(wish.into())) {
      return List.of(Refusal.at("/into", MemberCode.MEMBER_SAME));
    }
    Map<MemberId, MemberRow> rows = members.lock(club.id(), List.of(wish.from(), wish.into()));
    MemberRow from = rows.get(wish.from());
    MemberRow into = rows.get(wish.into());
    if (from == null) {
      return List.of(Refusal.of(MemberCode.MEMBER_NOT_FOUND));
    }
    if (into == null) {
      return List.of(Refusal.at("/into", MemberCode.MEMBER_NOT_FOUND));
    }
    if (from.state() == MemberState.ERASED || from.state() == MemberState.MERGED) {
      return List.of(from.refusal().orElseThrow());
    }
    if (into.state() != MemberState.ACTIVE) {
      return List.of(into.refusal().orElseThrow().under("/into"));
    }
    wallets.addAll(statements.wallets(club.id(), wish.from()));
    return wallets.stream()
        .filter(wallet ->
            wallet.balance().pending() != 0
                || wallet.balance().held() != 0
                || wallet.balance().owed() != 0)
        .map(wallet ->
            Refusal.at(
                "", MemberCode.MEMBER_WALLET_OPEN, Map.of("unit", club.unit(wallet.unit()).code())))
        .toList();
  }

  private void transfer(Club club, Wish wish, WalletView wallet) {
    long active = wallet.balance().active();
    if (active <= 0) {
      return;
    }
    Cause cause = Cause.of(Cause.Kind.TRANSFER, ids.next()).because(wish.actor(), "merge");
    Ledger.Part part = new Ledger.Part(wish.from(), club.unit(wallet.unit()).code(), active);
    if (ledger.transfer(club, part, wish.into(), cause)
        instanceof Refused<Books.Spent>(var refusals)) {
      throw new IllegalStateException("a locked balance could not be moved: " + refusals);
    }
  }
}
