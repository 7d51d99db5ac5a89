package club.vafa.earning;

import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Outcome;
import club.vafa.ledger.Books;
import club.vafa.ledger.Cause;
import club.vafa.ledger.Hold;
import club.vafa.ledger.HoldId;
import club.vafa.ledger.Ledger;
import club.vafa.ledger.Statements;
import club.vafa.members.Members;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets value of a member's wallet aside for what happens elsewhere. */
@Component
public class Holds {
  private final Recognition recognition;
  private final Members members;
  private final Ledger ledger;
  private final Statements statements;
  private final Ids ids;
  private final Clock clock;

  Holds(
      Recognition recognition,
      Members members,
      Ledger ledger,
      Statements statements,
      Ids ids,
      Clock clock) {
    this.recognition = recognition;
    this.members = members;
    this.ledger = ledger;
    this.statements = statements;
    this.ids = ids;
    this.clock = clock;
  }

  /** What to set aside, in minor units, and for how long. */
  public record NewHold(MemberRef member, String unit, long amount, Duration time) {}

  @Transactional
  public Outcome<Hold> hold(Club club, NewHold wanted, String actor) {
    return recognition
        .recogniseOne(club, wanted.member())
        .then(buyer ->
            ledger.hold(
                club,
                new Ledger.Part(buyer.id(), wanted.unit(), wanted.amount()),
                clock.instant().plus(wanted.time()),
                cause(actor)));
  }

  /** Spends a hold, all of it when no amount is given; the rest goes back to the wallet. */
  @Transactional
  public Outcome<Hold> capture(Club club, Hold hold, @Nullable Long amount, String actor) {
    members.lock(club.id(), List.of(hold.member()));
    return ledger.capture(club, hold.id(), amount, cause(actor)).map(Books.HoldEnded::hold);
  }

  @Transactional
  public Outcome<Hold> release(Club club, Hold hold, String actor) {
    members.lock(club.id(), List.of(hold.member()));
    return ledger.release(club, hold.id(), cause(actor)).map(Books.HoldEnded::hold);
  }

  public Optional<Hold> find(Club club, HoldId id) {
    return statements.hold(club.id(), id);
  }

  private Cause cause(String actor) {
    return Cause.of(Cause.Kind.HOLD, ids.next()).because(actor, null);
  }
}
