package club.vafa.portal;

import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Digits;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Sentences;
import club.vafa.members.IdentifierKey;
import club.vafa.members.Members;
import club.vafa.messaging.Messaging;
import club.vafa.messaging.Note;
import club.vafa.messaging.Note.Way;
import club.vafa.portal.CodeStore.Contact;
import club.vafa.portal.CodeStore.Few;
import club.vafa.portal.CodeStore.Sent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Codes that prove that somebody holds a phone or an address. A code has six digits, counts for
 * five minutes and five tries, and one contact gets five of them in an hour: of 1,000,000 codes at
 * most 25 can be tried in an hour for one contact. From one address 30 wrong ones are taken in a
 * quarter of an hour, whomever they are for.
 */
@Component
class Codes {
  private static final Duration COUNTS = Duration.ofMinutes(5);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration KEPT = Duration.ofDays(1);
  private static final int CODES = 1_000_000;
  private static final int MOST_TRIES = 5;
  private static final int MOST_OF_CONTACT = 5;
  private static final int MOST_OF_ADDRESS = 30;

  private final CodeStore store;
  private final Knocks knocks;
  private final Members members;
  private final Messaging messaging;
  private final Sentences sentences;
  private final Ids ids;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Codes(
      CodeStore store,
      Knocks knocks,
      Members members,
      Messaging messaging,
      Sentences sentences,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.knocks = knocks;
    this.members = members;
    this.messaging = messaging;
    this.sentences = sentences;
    this.ids = ids;
    this.clock = clock;
  }

  Outcome<UUID> send(Club club, Portal.Knock knock) {
    Instant now = clock.instant();
    return contact(club, knock.contact())
        .then(contact -> unlessTooOften(club, contact, knock.address(), now))
        .map(contact -> sent(club, contact, knock.language(), now));
  }

  private Outcome<Contact> contact(Club club, String text) {
    boolean mail = text.contains("@");
    Way way = mail ? Way.EMAIL : Way.SMS;
    Optional<IdentifierKey> key = mail ? members.email(text) : members.phone(text, club.region());
    if (key.isEmpty()) {
      return Outcome.refused(Refusal.at("/contact", PortalCode.CONTACT_INVALID));
    }
    return messaging.goes(way)
        ? Outcome.done(new Contact(way, key.get().value()))
        : Outcome.refused(
            Refusal.at("/contact", mail ? PortalCode.MAIL_NOT_SET_UP : PortalCode.SMS_NOT_SET_UP));
  }

  private Outcome<Contact> unlessTooOften(Club club, Contact contact, String address, Instant now) {
    String who = "ask " + address;
    Duration pause = knocks.pause(who, MOST_OF_ADDRESS, now);
    Few few = store.since(club.id(), contact, now.minus(HOUR));
    if (few.count() >= MOST_OF_CONTACT) {
      Duration left = Duration.between(now, few.first().plus(HOUR));
      pause = left.compareTo(pause) > 0 ? left : pause;
    }
    knocks.count(who, now);
    return pause.isPositive() ? tooMany(pause) : Outcome.done(contact);
  }

  private UUID sent(Club club, Contact contact, Language language, Instant now) {
    store.removeBefore(club.id(), now.minus(KEPT));
    String code = "%06d".formatted(random.nextInt(CODES));
    UUID id = ids.next();
    store.insert(club.id(), new Sent(id, contact, hash(id, code)), now);
    Map<String, Object> words =
        Map.of("club", club.name(), "code", code, "minutes", COUNTS.toMinutes());
    messaging.send(
        new Note(
            contact.way(),
            contact.value(),
            club.name(),
            sentences.text(language, "portal.note.subject", words),
            sentences.text(language, "portal.note.text", words)));
    return id;
  }

  private static String hash(UUID id, String code) {
    return Token.hash(id + ":" + code);
  }

  /** Whose contact it is. A code that is right is used up, and the ticket counts from now on. */
  Outcome<Contact> take(Club club, Portal.Proof proof, Token ticket) {
    Instant now = clock.instant();
    String who = "try " + proof.address();
    Duration pause = knocks.pause(who, MOST_OF_ADDRESS, now);
    if (pause.isPositive()) {
      return tooMany(pause);
    }
    String digits = Digits.western(proof.code()).replaceAll("\\D", "");
    Optional<Sent> sent =
        store
            .attempt(club.id(), proof.id(), MOST_TRIES, now.minus(COUNTS))
            .filter(one -> isSame(one.hash(), hash(one.id(), digits)));
    if (sent.isEmpty()) {
      knocks.count(who, now);
      return Outcome.refused(Refusal.at("/code", PortalCode.CODE_NOT_RIGHT));
    }
    store.use(club.id(), proof.id(), now, ticket.hash());
    return Outcome.done(sent.get().contact());
  }

  private static boolean isSame(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
  }

  private static <T> Outcome<T> tooMany(Duration pause) {
    return Outcome.refused(
        Refusal.at("", PortalCode.TOO_MANY_KNOCKS, Map.of("minutes", pause.toMinutes() + 1)));
  }
}
