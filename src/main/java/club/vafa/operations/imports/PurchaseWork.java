package club.vafa.operations.imports;

import club.vafa.clubs.Club;
import club.vafa.earning.MemberRef;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Refusal;
import club.vafa.members.NewMember;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records purchases and returns of a file, each member's in the order of the file. */
final class PurchaseWork implements Work<Group> {
  private final ImportOptions options;
  private final Tally tally;
  private final RefusedFile refused;
  private final Who who;
  private final Places places;
  private final Waves waves;

  PurchaseWork(Rooms rooms, Club club, ImportOptions options, Tally tally, RefusedFile refused) {
    this.options = options;
    this.tally = tally;
    this.refused = refused;
    this.who = new Who(rooms, club);
    this.places = new Places(rooms.clubs(), club.id());
    this.waves = new Waves(rooms, club, options, tally);
  }

  @Override
  public void take(List<Group> groups) {
    List<RefusedRow> rows = new ArrayList<>();
    groups.forEach(group -> rows.addAll(group.refused()));
    if (options.createBranches()) {
      tally.add(Tally.Kind.BRANCHES, places.create(groups));
    }
    Set<MemberRef> refs = new HashSet<>();
    groups.forEach(group -> group.member().ifPresent(refs::add));
    Map<MemberRef, MemberId> members = who.find(refs);
    Map<MemberRef, Refusal> strangers = Map.of();
    if (options.createMembers() && members.size() < refs.size()) {
      Who.Enrolled enrolled = who.enrol(newcomers(groups, members));
      tally.add(Tally.Kind.MEMBERS, enrolled.members());
      strangers = enrolled.refused();
      members = who.find(refs);
    }
    List<Waves.Step> steps = new ArrayList<>();
    for (Group group : groups) {
      MemberRef ref = group.member().orElse(null);
      if (ref != null && !members.containsKey(ref)) {
        Refusal unknown = strangers.getOrDefault(ref, Who.unknown(ref));
        rows.addAll(RefusedRow.all(group.rows(), unknown));
      } else {
        steps.addAll(Waves.steps(group, ref == null ? null : members.get(ref)));
      }
    }
    rows.addAll(waves.run(steps));
    rows.sort(Comparator.comparingLong(one -> one.row().number()));
    tally.add(Tally.Kind.REFUSED, rows.size());
    refused.write(rows);
  }

  private static Map<MemberRef, NewMember> newcomers(
      List<Group> groups, Map<MemberRef, MemberId> members) {
    Map<MemberRef, NewMember> newcomers = new LinkedHashMap<>();
    for (Group group : groups) {
      MemberRef ref = group.member().orElse(null);
      NewMember newcomer = group.newcomer();
      if (ref != null && newcomer != null && !members.containsKey(ref)) {
        newcomers.putIfAbsent(ref, newcomer);
      }
    }
    return newcomers;
  }
}
