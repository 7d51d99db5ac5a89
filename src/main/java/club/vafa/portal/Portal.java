package club.vafa.portal;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.feed.Feed;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Language;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.ProblemCode;
import club.vafa.kernel.Refusal;
import club.vafa.members.Enrolment;
import club.vafa.members.IdentifierKey;
import club.vafa.members.Introduction;
import club.vafa.members.MemberCode;
import club.vafa.members.MemberRow;
import club.vafa.members.Members;
import club.vafa.members.NewConsent;
import club.vafa.members.NewMember;
import club.vafa.messaging.Note.Way;
import club.vafa.portal.CodeStore.Contact;
import club.vafa.portal.CodeStore.Sent;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The members' door. Whoever comes says a phone number or an address and gets a code there; with
 * the code they are in when they are a member, and may join when they are not. Until the code is
 * right nothing differs between the two, so nobody learns who is a member here.
 */
@Component
public class Portal {
  /** How long a login lasts after it was last used. */
  public static final Duration SESSION = Duration.ofDays(90);

  /** The cookie that holds the token of a member's login. */
  public static final String COOKIE = "vafa_member";

  /** The cookie that remembers at which club a member was last seen. */
  public static final String CLUB = "vafa_club";

  private static final Duration TICKET = Duration.ofMinutes(15);
  private static final Duration LINK = Duration.ofMinutes(10);

  private final Codes codes;
  private final CodeStore tickets;
  private final SessionStore sessions;
  private final Members members;
  private final Enrolment enrolment;
  private final Clubs clubs;
  private final Feed feed;
  private final Ids ids;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Portal(
      Codes codes,
      CodeStore tickets,
      SessionStore sessions,
      Members members,
      Enrolment enrolment,
      Clubs clubs,
      Feed feed,
      Ids ids,
      Clock clock) {
    this.codes = codes;
    this.tickets = tickets;
    this.sessions = sessions;
    this.members = members;
    this.enrolment = enrolment;
    this.clubs = clubs;
    this.feed = feed;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Somebody at the door.
   *
   * @param contact a phone number or a mail address, in any spelling
   * @param address where the request comes from
   */
  public record Knock(String contact, String address, Language language) {}

  /** Sends a code; answers with the id under which it is expected back. */
  @Transactional
  public Outcome<UUID> ask(Club club, Knock knock) {
    return codes.send(club, knock);
  }

  /** A code that came back, for the id it was sent under. */
  public record Proof(UUID id, String code, String address) {
    @Override
    public String toString() {
      return "Proof[" + id + "]";
    }
  }

  /** Who proved that a contact is theirs: a member, or somebody who may join. */
  public sealed interface Entered {
    /** A member, with the token of the login that begins. */
    record In(String token, MemberId member) implements Entered {
      @Override
      public String toString() {
        return "In[" + member + "]";
      }
    }

    /** Somebody who may join within a quarter of an hour, with this ticket. */
    record New(String ticket) implements Entered {
      @Override
      public String toString() {
        return "New[]";
      }
    }
  }

  /** Takes a code. Whatever is wrong with it, the answer is the same. */
  @Transactional
  public Outcome<Entered> enter(Club club, Proof proof) {
    Token ticket = Token.make(random);
    return codes
        .take(club, proof, ticket)
        .then(contact ->
            known(club, contact)
                .<Outcome<Entered>>map(member -> begin(club.id(), member).map(in -> in))
                .orElseGet(() -> Outcome.done(new Entered.New(ticket.text()))));
  }

  private Optional<MemberId> known(Club club, Contact contact) {
    Optional<IdentifierKey> key =
        contact.way() == Way.EMAIL
            ? members.email(contact.value())
            : members.phone(contact.value(), club.region());
    return key.flatMap(
        one -> Optional.ofNullable(members.resolve(club.id(), List.of(one)).get(one)));
  }

  /** Blocked members may look; what they must not do is refused where they do it. */
  static boolean maySee(@Nullable MemberRow row) {
    return row != null
        && switch (row.state()) {
          case ACTIVE, BLOCKED -> true;
          case ERASED, MERGED -> false;
        };
  }

  private Outcome<Entered.In> begin(ClubId club, MemberId member) {
    if (!maySee(members.look(club, List.of(member)).get(member))) {
      return refused("", MemberCode.MEMBER_NOT_FOUND);
    }
    Instant now = clock.instant();
    Token token = Token.make(random);
    sessions.endSeenBefore(club, member, now.minus(SESSION));
    sessions.insert(new Guest(club, member, ids.next()), token.hash(), now);
    return Outcome.done(new Entered.In(token.text(), member));
  }

  /**
   * Somebody who joins.
   *
   * @param offers whether the club may write to them about offers
   * @param branch whose link or sign they came by
   * @param referral of the member who brought them along
   */
  public record Joining(
      String ticket,
      @Nullable String name,
      boolean offers,
      Language language,
      @Nullable String branch,
      @Nullable String referral) {
    Joining byNobody() {
      return new Joining(ticket, name, offers, language, branch, null);
    }
  }

  /** Makes a member of somebody who holds a ticket; who became one meanwhile is let in. */
  @Transactional
  public Outcome<Entered.In> join(Club club, Joining joining) {
    Optional<Sent> found =
        tickets.ticket(club.id(), Token.hash(joining.ticket()), clock.instant().minus(TICKET));
    if (found.isEmpty()) {
      return refused("", PortalCode.JOINING_TOO_LATE);
    }
    Contact contact = found.get().contact();
    Optional<MemberId> already = known(club, contact);
    Outcome<MemberId> member =
        already.isPresent() ? Outcome.done(already.get()) : enrolled(club, contact, joining);
    if (member instanceof Done<MemberId>) {
      tickets.dropTicket(club.id(), found.get().id());
    }
    return member.then(id -> begin(club.id(), id));
  }

  /** A code of nobody, on a link that was copied badly, keeps nobody from joining. */
  private Outcome<MemberId> enrolled(Club club, Contact contact, Joining joining) {
    Outcome<MemberId> outcome = enrolment.enrol(club, newcomer(club, contact, joining));
    boolean strange =
        outcome instanceof Refused<MemberId>(List<Refusal> refusals)
            && refusals.stream().allMatch(one -> one.code() == MemberCode.REFERRAL_CODE_UNKNOWN);
    return strange ? enrolment.enrol(club, newcomer(club, contact, joining.byNobody())) : outcome;
  }

  private NewMember newcomer(Club club, Contact contact, Joining joining) {
    boolean mail = contact.way() == Way.EMAIL;
    String branch = joining.branch();
    Map<String, Object> attributes =
        branch != null && clubs.has(club.id(), branch, "") ? Map.of("branch", branch) : Map.of();
    return new NewMember(
        mail ? null : contact.value(),
        mail ? contact.value() : null,
        null,
        null,
        joining.name(),
        null,
        null,
        joining.language().code(),
        attributes,
        List.of(
            new NewConsent("marketing", mail ? "email" : "sms", joining.offers(), null, "portal")),
        null,
        new Introduction(joining.referral(), null));
  }

  /** A way in for one member and one time. */
  public record Link(String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "Link[until " + expiresAt + "]";
    }
  }

  /** Makes a link that lets a member in once, within ten minutes. */
  @Transactional
  public Outcome<Link> link(ClubId club, MemberId member, String actor) {
    MemberRow row = members.look(club, List.of(member)).get(member);
    if (!maySee(row)) {
      return refused("", MemberCode.MEMBER_NOT_FOUND);
    }
    Instant now = clock.instant();
    Token token = Token.make(random);
    sessions.insert(club, new SessionStore.Link(ids.next(), member, actor), token.hash(), now);
    feed.append(club, "portal.link_made", member.value(), null, now);
    return Outcome.done(new Link(token.text(), now.plus(LINK)));
  }

  /** Lets the member of a link in. */
  @Transactional
  public Outcome<Entered.In> open(ClubId club, String token) {
    Instant now = clock.instant();
    return sessions
        .use(club, Token.hash(token), now.minus(LINK), now)
        .map(member -> begin(club, member))
        .orElseGet(() -> refused("", PortalCode.PORTAL_LINK_OVER));
  }

  private static <T> Outcome<T> refused(String pointer, ProblemCode code) {
    return Outcome.refused(Refusal.at(pointer, code, Map.of()));
  }
}
