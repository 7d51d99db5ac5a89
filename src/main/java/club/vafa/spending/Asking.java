package club.vafa.spending;

import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Digits;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Money;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Sentences;
import club.vafa.kernel.Speech;
import club.vafa.members.IdentifierKey;
import club.vafa.members.IdentifierKind;
import club.vafa.members.MemberCode;
import club.vafa.members.Members;
import club.vafa.members.Profile;
import club.vafa.messaging.Messaging;
import club.vafa.messaging.Note;
import club.vafa.messaging.Note.Way;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Asks members by a code of six digits, which counts for ten minutes and five tries; a member is
 * asked ten times an hour at most, so that of 1,000,000 codes 50 can be tried in an hour.
 */
@Component
class Asking {
  private static final Duration COUNTS = Duration.ofMinutes(10);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MOST_TRIES = 5;
  private static final int MOST_QUESTIONS = 10;

  private final ConfirmationStore store;
  private final SigningKeys keys;
  private final Members members;
  private final Messaging messaging;
  private final Sentences sentences;
  private final Ids ids;
  private final Clock clock;

  Asking(
      ConfirmationStore store,
      SigningKeys keys,
      Members members,
      Messaging messaging,
      Sentences sentences,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.keys = keys;
    this.members = members;
    this.messaging = messaging;
    this.sentences = sentences;
    this.ids = ids;
    this.clock = clock;
  }

  Outcome<Confirmation> ask(Club club, Spending.Question question) {
    Instant now = clock.instant();
    Optional<Profile> profile = members.profile(club.id(), question.member());
    if (profile.isEmpty()) {
      return Outcome.refused(Refusal.at("/member", MemberCode.MEMBER_NOT_FOUND));
    }
    store.lock(club.id(), question.member());
    if (store.since(club.id(), question.member(), now.minus(HOUR)) >= MOST_QUESTIONS) {
      return Outcome.refused(
          Refusal.at("", SpendingCode.CONFIRMATION_TOO_MANY, Map.of("minutes", HOUR.toMinutes())));
    }
    Optional<String> phone = phone(profile.get());
    Confirmation asked =
        new Confirmation(
            new ConfirmationId(ids.next()),
            question.member(),
            question.amount(),
            question.place(),
            0,
            now,
            question.actor(),
            phone.isPresent(),
            null,
            null);
    store.insert(club.id(), asked);
    phone.ifPresent(to -> send(club, profile.get(), asked, to));
    return Outcome.done(asked);
  }

  private Optional<String> phone(Profile profile) {
    return messaging.goes(Way.SMS)
        ? profile.first(IdentifierKind.PHONE).map(IdentifierKey::value)
        : Optional.empty();
  }

  private void send(Club club, Profile profile, Confirmation asked, String phone) {
    Language language = profile.locale() == null ? club.language() : Language.of(profile.locale());
    String money = new Speech(language).price(new Money(asked.amount(), club.currency()));
    Map<String, Object> words =
        Map.of(
            "club",
            club.name(),
            "code",
            keys.code(club.id(), asked.id().value()),
            "money",
            money,
            "minutes",
            COUNTS.toMinutes());
    messaging.send(
        new Note(
            Way.SMS,
            phone,
            club.name(),
            club.name(),
            sentences.text(language, "spending.note", words)));
  }

  Outcome<Confirmation> confirm(ClubId club, ConfirmationId id, String code, String actor) {
    Instant now = clock.instant();
    Optional<Confirmation> asked = store.attempt(club, id, MOST_TRIES, now.minus(COUNTS));
    if (asked.isEmpty()) {
      return store.find(club, id).isEmpty()
          ? Spending.refused(SpendingCode.CONFIRMATION_NOT_FOUND)
          : Spending.refused(SpendingCode.CONFIRMATION_NOT_VALID);
    }
    String digits = Digits.western(code).replaceAll("\\D", "");
    if (!isSame(digits, keys.code(club, id.value()))) {
      return Outcome.refused(
          Refusal.at(
              "/code",
              SpendingCode.CONFIRMATION_CODE_WRONG,
              Map.of("left", MOST_TRIES - asked.get().tries())));
    }
    store.confirm(club, id, now, actor);
    return Outcome.done(asked.get());
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  List<Confirmation> open(ClubId club, MemberId member) {
    return store.open(club, member, MOST_TRIES, clock.instant().minus(COUNTS));
  }
}
