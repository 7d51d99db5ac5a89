package club.vafa.operations.imports;

import club.vafa.clubs.Club;
import club.vafa.earning.MemberRef;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Ids;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.ProblemCode;
import club.vafa.kernel.Refusal;
import club.vafa.members.IdentifierKey;
import club.vafa.members.IdentifierKind;
import club.vafa.members.MemberCode;
import club.vafa.members.Members;
import club.vafa.members.NewMember;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * People of a file who are no members: they are told apart by what members are told apart by, and
 * nobody is enrolled.
 */
final class Strangers {
  /** Of numbers and addresses so much is shown: who has the file finds them. */
  private static final int SHOWN = 4;

  private final Members members;
  private final Club club;
  private final Ids ids;
  private final Map<IdentifierKey, MemberId> known = new HashMap<>();
  private final Map<MemberId, String> called = new HashMap<>();

  Strangers(Members members, Club club, Ids ids) {
    this.members = members;
    this.club = club;
    this.ids = ids;
  }

  /** What the file calls somebody; null for who is a member. */
  @Nullable String called(MemberId id) {
    return called.get(id);
  }

  /** Which of these identifiers are a member's of the club. */
  Map<IdentifierKey, MemberId> members(List<NewMember> newcomers) {
    Set<IdentifierKey> keys = new HashSet<>();
    for (NewMember newcomer : newcomers) {
      if (keys(newcomer) instanceof Done<List<IdentifierKey>>(List<IdentifierKey> own)) {
        keys.addAll(own);
      }
    }
    return keys.isEmpty()
        ? Map.of()
        : ClubScope.call(club.id(), () -> members.resolve(club.id(), keys));
  }

  /** Whom a reference means, when a row before brought them. */
  Optional<MemberId> find(MemberRef ref) {
    Optional<IdentifierKey> key =
        switch (ref.kind()) {
          case PHONE -> members.phone(ref.value(), club.region());
          case EMAIL -> members.email(ref.value());
          case EXTERNAL_ID -> members.externalId(ref.value());
          case ID, CARD -> Optional.empty();
        };
    return key.map(known::get);
  }

  /**
   * Takes in somebody new.
   *
   * @param taken identifiers of members of the club
   */
  Outcome<MemberId> take(NewMember newcomer, Map<IdentifierKey, MemberId> taken) {
    return keys(newcomer)
        .then(own -> {
          for (IdentifierKey key : own) {
            if (taken.containsKey(key) || known.containsKey(key)) {
              return Outcome.refused(exists(key));
            }
          }
          MemberId id = new MemberId(ids.next());
          own.forEach(key -> known.put(key, id));
          called.put(id, shown(newcomer));
          return Outcome.done(id);
        });
  }

  private static Refusal exists(IdentifierKey key) {
    String field = key.kind().name().toLowerCase(Locale.ROOT);
    return Refusal.at(
        key.kind() == IdentifierKind.EXTERNAL ? "/member" : "/" + field,
        MemberCode.MEMBER_EXISTS,
        Map.of("field", field, "member", shortened(key.text())));
  }

  private static String shown(NewMember newcomer) {
    String externalId = newcomer.externalId();
    if (externalId != null) {
      return externalId;
    }
    String phone = newcomer.phone();
    return shortened(phone == null ? String.valueOf(newcomer.email()) : phone);
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : "…" + text.substring(text.length() - SHOWN);
  }

  private Outcome<List<IdentifierKey>> keys(NewMember newcomer) {
    List<IdentifierKey> keys = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    read(newcomer.externalId(), members::externalId, keys)
        .ifPresent(_ -> refusals.add(invalid("/member", MemberCode.EXTERNAL_ID_INVALID)));
    read(newcomer.phone(), text -> members.phone(text, club.region()), keys)
        .ifPresent(_ -> refusals.add(invalid("/phone", MemberCode.PHONE_INVALID)));
    read(newcomer.email(), members::email, keys)
        .ifPresent(_ -> refusals.add(invalid("/email", MemberCode.EMAIL_INVALID)));
    return refusals.isEmpty() ? Outcome.done(keys) : new Refused<>(refusals);
  }

  /** Reads an identifier; what there is and is none comes back. */
  private static Optional<String> read(
      @Nullable String text,
      Function<String, Optional<IdentifierKey>> read,
      List<IdentifierKey> to) {
    if (text == null) {
      return Optional.empty();
    }
    Optional<IdentifierKey> key = read.apply(text);
    key.ifPresent(to::add);
    return key.isPresent() ? Optional.empty() : Optional.of(text);
  }

  private static Refusal invalid(String pointer, ProblemCode code) {
    return Refusal.at(pointer, code);
  }
}
