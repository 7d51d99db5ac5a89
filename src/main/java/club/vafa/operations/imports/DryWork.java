package club.vafa.operations.imports;

import club.vafa.activity.NaturalKey;
import club.vafa.activity.Purchase;
import club.vafa.api.ApiCode;
import club.vafa.clubs.Club;
import club.vafa.earning.EarningCode;
import club.vafa.earning.MemberRef;
import club.vafa.earning.NewPurchase;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Says what would happen, with nothing written: which purchases are known, which are refused and
 * why, who would be enrolled. Which purchases returned goods are from is found only in earnest.
 */
final class DryWork implements Work<Group> {
  private final Rooms rooms;
  private final Club club;
  private final ImportOptions options;
  private final Tally tally;
  private final RefusedFile refused;
  private final Who who;
  private final Givebacks givebacks;
  private final Set<MemberRef> enrolled = new HashSet<>();
  private final Set<String> branches = new HashSet<>();

  DryWork(Rooms rooms, Club club, ImportOptions options, Tally tally, RefusedFile refused) {
    this.rooms = rooms;
    this.club = club;
    this.options = options;
    this.tally = tally;
    this.refused = refused;
    this.who = new Who(rooms, club);
    this.givebacks =
        new Givebacks(
            rooms.earning(),
            rooms.activity(),
            new SoldGoods(rooms.activity(), club.id(), options.form().source()),
            club.id(),
            options);
  }

  @Override
  public void take(List<Group> groups) {
    List<RefusedRow> rows = new ArrayList<>();
    Set<MemberRef> refs = new HashSet<>();
    List<NaturalKey> keys = new ArrayList<>();
    for (Group group : groups) {
      rows.addAll(group.refused());
      group.member().ifPresent(refs::add);
      if (group.purchase() != null) {
        keys.add(group.purchase().key());
      }
    }
    Map<MemberRef, MemberId> members = who.find(refs);
    Map<NaturalKey, Purchase> known =
        ClubScope.call(club.id(), () -> rooms.activity().purchases(club.id(), keys));
    for (Group group : groups) {
      Optional<Refusal> refusal = refusal(group, members, known);
      if (refusal.isPresent()) {
        rows.addAll(RefusedRow.all(group.rows(), refusal.get()));
      } else {
        count(group, known);
      }
    }
    rows.sort(Comparator.comparingLong(one -> one.row().number()));
    tally.add(Tally.Kind.REFUSED, rows.size());
    refused.write(rows);
  }

  private Optional<Refusal> refusal(
      Group group, Map<MemberRef, MemberId> members, Map<NaturalKey, Purchase> known) {
    MemberRef ref = group.member().orElse(null);
    if (ref != null && !members.containsKey(ref)) {
      if (!options.createMembers() || group.newcomer() == null) {
        return Optional.of(Who.unknown(ref));
      }
      tally.add(Tally.Kind.MEMBERS, enrolled.add(ref) ? 1 : 0);
    }
    NewPurchase purchase = group.purchase();
    if (purchase == null) {
      return Optional.empty();
    }
    Purchase before = known.get(purchase.key());
    if (before != null && !before.hash().equals(purchase.hash())) {
      return Optional.of(Refusal.of(ApiCode.IDEMPOTENCY_MISMATCH));
    }
    return place(purchase);
  }

  private Optional<Refusal> place(NewPurchase purchase) {
    String branch = purchase.branch();
    String terminal = purchase.terminal() == null ? "" : purchase.terminal();
    if (branch == null || rooms.clubs().has(club.id(), branch, terminal)) {
      return Optional.empty();
    }
    boolean here = rooms.clubs().has(club.id(), branch, "");
    if (options.createBranches()) {
      tally.add(Tally.Kind.BRANCHES, !here && branches.add(branch) ? 1 : 0);
      return Optional.empty();
    }
    return Optional.of(
        here
            ? Refusal.at(
                "/terminal",
                EarningCode.TERMINAL_UNKNOWN_HERE,
                Map.of("value", terminal, "branch", branch))
            : Refusal.at("/branch", EarningCode.BRANCH_UNKNOWN_HERE, Map.of("value", branch)));
  }

  private void count(Group group, Map<NaturalKey, Purchase> known) {
    if (group.purchase() != null) {
      boolean before = known.containsKey(group.purchase().key());
      tally.add(before ? Tally.Kind.REPEATED : Tally.Kind.PURCHASES, 1);
    }
    if (group.back() != null) {
      tally.add(givebacks.begun(group.back()) ? Tally.Kind.REPEATED : Tally.Kind.RETURNS, 1);
    }
  }
}
