package club.vafa.replay;

import club.vafa.clubs.Club;
import club.vafa.earning.Buyer;
import club.vafa.kernel.MemberId;
import club.vafa.members.MemberRow;
import club.vafa.members.Members;
import club.vafa.replay.NewPast.Person;
import club.vafa.replay.Script.Known;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Who takes part in a replay: members as they are now, and people whom only a file knows. */
@Component
class Crowd {
  private static final int PAGE = 5000;

  private final Members members;

  Crowd(Members members) {
    this.members = members;
  }

  /**
   * Members of the club.
   *
   * @param wanted whom; nobody named means everybody
   * @param told of some at a time
   */
  Map<MemberId, Known> members(Club club, Set<MemberId> wanted, Consumer<Set<MemberId>> told) {
    Map<MemberId, Known> all = new LinkedHashMap<>();
    List<MemberRow> page = members.everybody(club.id(), null, PAGE);
    while (!page.isEmpty()) {
      Set<MemberId> some = new HashSet<>();
      for (MemberRow row : page) {
        if (wanted.isEmpty() || wanted.contains(row.id())) {
          all.put(row.id(), known(club, row));
          some.add(row.id());
        }
      }
      told.accept(some);
      page = members.everybody(club.id(), page.getLast().id().value(), PAGE);
    }
    return all;
  }

  /** Those who bought in a file: members of the club as they are, others since they first did. */
  Map<MemberId, Known> people(Club club, Collection<Person> people, Consumer<Set<MemberId>> told) {
    Map<MemberId, Known> all = new LinkedHashMap<>();
    List<Person> left = new ArrayList<>(people);
    for (int from = 0; from < left.size(); from += PAGE) {
      List<Person> some = left.subList(from, Math.min(left.size(), from + PAGE));
      Set<MemberId> ids = new HashSet<>();
      some.forEach(one -> ids.add(one.id()));
      Map<MemberId, MemberRow> rows = members.look(club.id(), ids);
      for (Person one : some) {
        MemberRow row = rows.get(one.id());
        all.put(one.id(), row == null ? stranger(club, one) : known(club, row));
      }
      told.accept(ids);
    }
    return all;
  }

  private static Known known(Club club, MemberRow row) {
    Buyer buyer = new Buyer(row.id(), club.day(row.joinedAt()), row.birthDate(), "");
    return new Known(buyer, row.joinedAt(), row.active(), null);
  }

  private static Known stranger(Club club, Person person) {
    Buyer buyer = new Buyer(person.id(), club.day(person.first()), null, "");
    String called = person.called();
    return new Known(buyer, person.first(), true, called == null ? "" : called);
  }
}
