package club.vafa.operations.imports;

import club.vafa.cards.Card;
import club.vafa.cards.Cards;
import club.vafa.clubs.Club;
import club.vafa.earning.EarningCode;
import club.vafa.earning.MemberRef;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.members.Enrolment;
import club.vafa.members.IdentifierKey;
import club.vafa.members.Members;
import club.vafa.members.NewMember;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says whom a chunk of a file is about, in a few statements, and enrols whoever is new. */
final class Who {
  /** Beyond this many the remembered ones are forgotten and looked up again. */
  private static final int REMEMBERED = 500_000;

  private final Members members;
  private final Cards cards;
  private final Enrolment enrolment;
  private final Club club;
  private final Map<MemberRef, MemberId> known = new HashMap<>();

  Who(Rooms rooms, Club club) {
    this.members = rooms.members();
    this.cards = rooms.cards();
    this.enrolment = rooms.enrolment();
    this.club = club;
  }

  /** The members as the references name them; unknown ones are missing. */
  Map<MemberRef, MemberId> find(Collection<MemberRef> wanted) {
    if (known.size() > REMEMBERED) {
      known.clear();
    }
    Set<MemberRef> unknown = new HashSet<>(wanted);
    unknown.removeAll(known.keySet());
    if (!unknown.isEmpty()) {
      ClubScope.run(club.id(), () -> lookUp(unknown));
    }
    Map<MemberRef, MemberId> found = new HashMap<>();
    for (MemberRef ref : wanted) {
      MemberId id = known.get(ref);
      if (id != null) {
        found.put(ref, id);
      }
    }
    return found;
  }

  private void lookUp(Set<MemberRef> refs) {
    Map<MemberRef, IdentifierKey> keys = new HashMap<>();
    Map<String, MemberRef> numbers = new HashMap<>();
    for (MemberRef ref : refs) {
      key(ref).ifPresent(key -> keys.put(ref, key));
      switch (ref.kind()) {
        case ID -> MemberId.parse(ref.value()).ifPresent(id -> known.put(ref, id));
        case CARD -> numbers.put(ref.value(), ref);
        case PHONE, EMAIL, EXTERNAL_ID -> {}
      }
    }
    Map<IdentifierKey, MemberId> found = members.resolve(club.id(), new HashSet<>(keys.values()));
    keys.forEach((ref, key) -> {
      MemberId id = found.get(key);
      if (id != null) {
        known.put(ref, id);
      }
    });
    if (!numbers.isEmpty()) {
      Map<String, Card> ofNumbers = cards.resolve(club.id(), numbers.keySet());
      numbers.forEach((number, ref) -> {
        Card card = ofNumbers.get(number);
        if (card != null) {
          known.put(ref, card.member());
        }
      });
    }
  }

  private Optional<IdentifierKey> key(MemberRef ref) {
    return switch (ref.kind()) {
      case PHONE -> members.phone(ref.value(), club.region());
      case EMAIL -> members.email(ref.value());
      case EXTERNAL_ID -> members.externalId(ref.value());
      case ID, CARD -> Optional.empty();
    };
  }

  /** What became of newcomers: how many there are now, and why others could not be enrolled. */
  record Enrolled(long members, Map<MemberRef, Refusal> refused) {}

  /** Enrols them; one who joined meanwhile through another door is no fault. */
  Enrolled enrol(Map<MemberRef, NewMember> newcomers) {
    if (newcomers.isEmpty()) {
      return new Enrolled(0, Map.of());
    }
    List<MemberRef> refs = new ArrayList<>(newcomers.keySet());
    List<Outcome<MemberId>> outcomes =
        ClubScope.call(club.id(), () -> enrolment.enrolAll(club, List.copyOf(newcomers.values())));
    long enrolled = 0;
    Map<MemberRef, Refusal> refused = new LinkedHashMap<>();
    for (int at = 0; at < refs.size(); at++) {
      switch (outcomes.get(at)) {
        case Done<MemberId>(MemberId id) -> {
          known.put(refs.get(at), id);
          enrolled++;
        }
        case Refused<MemberId>(List<Refusal> refusals) ->
            refused.put(refs.get(at), refusals.getFirst());
      }
    }
    refused.keySet().removeAll(find(refused.keySet()).keySet());
    return new Enrolled(enrolled, refused);
  }

  static Refusal unknown(MemberRef ref) {
    return Refusal.at("/member", EarningCode.MEMBER_UNKNOWN, Map.of("value", ref.value()));
  }
}
