package club.vafa.operations.imports;

import club.vafa.cards.Card;
import club.vafa.cards.NewCard;
import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberCode;
import club.vafa.members.NewMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Enrols the members of a file. Who is a member already stays as known, and counts as repeated. */
final class MemberWork implements Work<MemberForm.Read> {
  private final Rooms rooms;
  private final Club club;
  private final boolean dryRun;
  private final Tally tally;
  private final RefusedFile refused;

  MemberWork(Rooms rooms, Club club, ImportOptions options, Tally tally, RefusedFile refused) {
    this.rooms = rooms;
    this.club = club;
    this.dryRun = options.dryRun();
    this.tally = tally;
    this.refused = refused;
  }

  @Override
  public void take(List<MemberForm.Read> items) {
    List<RefusedRow> rows = new ArrayList<>();
    List<MemberForm.Read> good = new ArrayList<>();
    List<NewMember> wanted = new ArrayList<>();
    for (MemberForm.Read read : items) {
      rows.addAll(read.refused());
      if (read.member() != null) {
        good.add(read);
        wanted.add(read.member());
      }
    }
    if (dryRun) {
      tally.add(Tally.Kind.MEMBERS, good.size());
    } else {
      enrol(good, wanted, rows);
    }
    tally.add(Tally.Kind.REFUSED, rows.size());
    refused.write(rows);
  }

  private void enrol(List<MemberForm.Read> good, List<NewMember> wanted, List<RefusedRow> rows) {
    List<Outcome<MemberId>> outcomes =
        ClubScope.call(club.id(), () -> rooms.enrolment().enrolAll(club, wanted));
    Map<MemberForm.Read, MemberId> withCards = new HashMap<>();
    for (int at = 0; at < good.size(); at++) {
      MemberForm.Read read = good.get(at);
      Optional<MemberId> member = Optional.empty();
      switch (outcomes.get(at)) {
        case Done<MemberId>(MemberId id) -> {
          tally.add(Tally.Kind.MEMBERS, 1);
          member = Optional.of(id);
        }
        case Refused<MemberId>(List<Refusal> refusals) -> {
          member = known(read, refusals);
          if (member.isPresent()) {
            tally.add(Tally.Kind.REPEATED, 1);
          } else {
            rows.add(new RefusedRow(read.row(), refusals.getFirst()));
          }
        }
      }
      if (read.card() != null) {
        member.ifPresent(id -> withCards.put(read, id));
      }
    }
    giveCards(withCards, rows);
  }

  /** Who it is, when everything the row is recognised by is that one member's already. */
  private static Optional<MemberId> known(MemberForm.Read read, List<Refusal> refusals) {
    NewMember told = read.member();
    Set<String> members = new HashSet<>();
    for (Refusal refusal : refusals) {
      if (refusal.code() != MemberCode.MEMBER_EXISTS) {
        return Optional.empty();
      }
      members.add(String.valueOf(refusal.args().get("member")));
    }
    return members.size() == 1 && told != null && refusals.size() == identifiers(told)
        ? MemberId.parse(members.iterator().next())
        : Optional.empty();
  }

  private static int identifiers(NewMember told) {
    int phone = told.phone() == null ? 0 : 1;
    int email = told.email() == null ? 0 : 1;
    return phone + email + (told.externalId() == null ? 0 : 1);
  }

  private void giveCards(Map<MemberForm.Read, MemberId> wanted, List<RefusedRow> rows) {
    if (wanted.isEmpty()) {
      return;
    }
    Set<String> numbers =
        wanted.keySet().stream()
            .map(read -> String.valueOf(read.card()))
            .collect(Collectors.toSet());
    Map<String, Card> given =
        ClubScope.call(club.id(), () -> rooms.cards().resolve(club.id(), numbers));
    wanted.forEach((read, member) -> {
      String number = String.valueOf(read.card());
      Card before = given.get(number);
      if (before == null || !before.member().equals(member)) {
        Outcome<Card> outcome =
            ClubScope.call(
                club.id(),
                () -> rooms.cards().give(club.id(), new NewCard(member, number, null, null)));
        switch (outcome) {
          case Done<Card>(Card _) -> tally.add(Tally.Kind.CARDS, 1);
          case Refused<Card>(List<Refusal> refusals) ->
              rows.add(new RefusedRow(read.row(), refusals.getFirst()));
        }
      }
    });
  }
}
