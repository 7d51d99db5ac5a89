package club.vafa.earning;

import club.vafa.cards.Cards;
import club.vafa.clubs.Club;
import club.vafa.earning.Rounds.Hold;
import club.vafa.kernel.Input;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.members.IdentifierKey;
import club.vafa.members.Known;
import club.vafa.members.MemberRow;
import club.vafa.members.MemberState;
import club.vafa.members.Members;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Recognises members by whatever they are named with, many in a few statements. */
@Component
class Recognition {
  private final Members members;
  private final Cards cards;

  Recognition(Members members, Cards cards) {
    this.members = members;
    this.cards = cards;
  }

  /**
   * Who was recognised.
   *
   * @param buyers who each reference means, or why nobody
   * @param busy references to members whose books somebody else holds just now
   */
  record Recognised(Map<MemberRef, Outcome<Buyer>> buyers, Set<MemberRef> busy) {}

  /**
   * Who each reference means, or why nobody, their books held as firmly as is asked for.
   *
   * @param warm whether it may be remembered whose an identifier is: it then is made sure of
   */
  Recognised recognise(Club club, Collection<MemberRef> refs, Hold hold, boolean warm) {
    Map<MemberRef, Outcome<Buyer>> answers = new HashMap<>();
    Map<MemberRef, Named> named = new HashMap<>();
    byCard(club, refs, named, answers);
    byIdentifier(club, refs, named, warm);
    for (MemberRef ref : refs) {
      if (ref.kind() == MemberRef.Kind.ID) {
        MemberId.parse(ref.value()).ifPresent(id -> named.put(ref, Named.surely(id, "")));
      }
    }
    Set<MemberId> ids = new TreeSet<>();
    named.values().forEach(name -> ids.add(name.member()));
    Map<MemberId, MemberRow> rows = rows(club, ids, hold);
    Set<MemberId> held = hold == Hold.FREE_MEMBERS ? held(club, ids, rows) : Set.of();
    Set<IdentifierKey> old = old(named.values(), rows, held);
    if (!old.isEmpty()) {
      members.forget(club.id(), old);
      return recognise(club, refs, hold, false);
    }
    Set<MemberRef> busy = new HashSet<>();
    for (MemberRef ref : refs) {
      Named name = named.get(ref);
      if (name != null && held.contains(name.member())) {
        busy.add(ref);
      } else {
        answers.computeIfAbsent(ref, _ -> buyer(club, ref, name, rows));
      }
    }
    return new Recognised(answers, busy);
  }

  private Map<MemberId, MemberRow> rows(Club club, Set<MemberId> ids, Hold hold) {
    return switch (hold) {
      case NOTHING -> members.look(club.id(), ids);
      case FREE_MEMBERS -> members.lockFree(club.id(), ids);
      case MEMBERS, EVERYTHING -> members.lock(club.id(), ids);
    };
  }

  /** Those that are there but were not locked: somebody else holds them. */
  private Set<MemberId> held(Club club, Set<MemberId> ids, Map<MemberId, MemberRow> locked) {
    Set<MemberId> missing = new TreeSet<>(ids);
    missing.removeAll(locked.keySet());
    return members.look(club.id(), missing).keySet();
  }

  /** Who one reference means, their books locked. */
  Outcome<Buyer> recogniseOne(Club club, MemberRef ref) {
    return recognise(club, List.of(ref), Hold.MEMBERS, false)
        .buyers()
        .getOrDefault(ref, unknown(ref));
  }

  /**
   * A member somebody was named as.
   *
   * @param by what is remembered to be theirs, as long as they have that version; null when sure
   */
  private record Named(MemberId member, String cardType, @Nullable IdentifierKey by, int version) {
    static Named surely(MemberId member, String cardType) {
      return new Named(member, cardType, null, 0);
    }
  }

  /** What was remembered of members of whom something changed since. */
  private static Set<IdentifierKey> old(
      Collection<Named> named, Map<MemberId, MemberRow> rows, Set<MemberId> held) {
    Set<IdentifierKey> old = new HashSet<>();
    for (Named name : named) {
      MemberRow row = rows.get(name.member());
      if (name.by() != null
          && !held.contains(name.member())
          && (row == null || row.version() != name.version())) {
        old.add(name.by());
      }
    }
    return old;
  }

  private static Outcome<Buyer> buyer(
      Club club, MemberRef ref, @Nullable Named named, Map<MemberId, MemberRow> rows) {
    MemberRow row = named == null ? null : rows.get(named.member());
    if (named == null || row == null) {
      return unknown(ref);
    }
    if (row.state() != MemberState.ACTIVE) {
      return Outcome.refused(Refusal.at(pointer(ref), EarningCode.MEMBER_NOT_ACTIVE));
    }
    LocalDate joined = club.day(row.joinedAt());
    // The id is the remembered object itself, by which all that is remembered is found sooner.
    return Outcome.done(new Buyer(named.member(), joined, row.birthDate(), named.cardType()));
  }

  private static Outcome<Buyer> unknown(MemberRef ref) {
    return Outcome.refused(
        Refusal.at(
            pointer(ref),
            EarningCode.MEMBER_UNKNOWN,
            Map.of("value", Input.shortened(ref.value()))));
  }

  private void byCard(
      Club club,
      Collection<MemberRef> refs,
      Map<MemberRef, Named> named,
      Map<MemberRef, Outcome<Buyer>> answers) {
    Set<String> numbers = new HashSet<>();
    for (MemberRef ref : refs) {
      if (ref.kind() == MemberRef.Kind.CARD) {
        numbers.add(ref.value());
      }
    }
    if (numbers.isEmpty()) {
      return;
    }
    var found = cards.resolve(club.id(), numbers);
    for (MemberRef ref : refs) {
      var card = ref.kind() == MemberRef.Kind.CARD ? found.get(ref.value()) : null;
      if (card != null) {
        Optional<Refusal> unusable = card.refusal();
        if (unusable.isPresent()) {
          answers.put(ref, Outcome.refused(unusable.get().under("/member/card")));
        } else {
          named.put(ref, Named.surely(card.member(), card.type()));
        }
      }
    }
  }

  /** Most phone numbers come as they are stored; only those that nobody has are read as numbers. */
  private void byIdentifier(
      Club club, Collection<MemberRef> refs, Map<MemberRef, Named> named, boolean warm) {
    Map<MemberRef, IdentifierKey> keys = new HashMap<>();
    for (MemberRef ref : refs) {
      asStored(ref).or(() -> key(club, ref)).ifPresent(key -> keys.put(ref, key));
    }
    name(club, keys, named, warm);
    Map<MemberRef, IdentifierKey> others = new HashMap<>();
    keys.forEach((ref, key) -> {
      if (!named.containsKey(ref) && asStored(ref).isPresent()) {
        key(club, ref).filter(read -> !read.equals(key)).ifPresent(read -> others.put(ref, read));
      }
    });
    name(club, others, named, warm);
  }

  private void name(
      Club club, Map<MemberRef, IdentifierKey> keys, Map<MemberRef, Named> named, boolean warm) {
    Set<IdentifierKey> asked = new HashSet<>(keys.values());
    Map<IdentifierKey, Known> remembered = warm ? members.remembered(club.id(), asked) : Map.of();
    Map<IdentifierKey, MemberId> found = warm ? Map.of() : members.resolve(club.id(), asked);
    keys.forEach((ref, key) -> {
      Known known = remembered.get(key);
      MemberId member = found.get(key);
      if (known != null) {
        named.put(ref, new Named(known.member(), "", key, known.version()));
      } else if (member != null) {
        named.put(ref, Named.surely(member, ""));
      }
    });
  }

  private Optional<IdentifierKey> asStored(MemberRef ref) {
    return ref.kind() == MemberRef.Kind.PHONE
        ? members.phoneAsStored(ref.value())
        : Optional.empty();
  }

  private Optional<IdentifierKey> key(Club club, MemberRef ref) {
    return switch (ref.kind()) {
      case PHONE -> members.phone(ref.value(), club.region());
      case EMAIL -> members.email(ref.value());
      case EXTERNAL_ID -> members.externalId(ref.value());
      case ID, CARD -> Optional.empty();
    };
  }

  private static String pointer(MemberRef ref) {
    return switch (ref.kind()) {
      case ID -> "/member/id";
      case PHONE -> "/member/phone";
      case EMAIL -> "/member/email";
      case CARD -> "/member/card";
      case EXTERNAL_ID -> "/member/externalId";
    };
  }
}
