package club.vafa.members;

import club.vafa.clubs.Club;
import club.vafa.clubs.Conversion;
import club.vafa.clubs.Conversion.Automatic;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.ledger.Statements;
import club.vafa.members.ConversionStore.Turn;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds who has enough of a unit that is turned by itself, a page of members at a time. What is due
 * on a day keeps how far it got, so that after a stop it goes on and looks at nobody twice.
 */
@Component
class ConversionsDue {
  private static final int CHUNK = 200;

  private final MemberStore members;
  private final Statements statements;
  private final Conversions conversions;
  private final ConversionStore store;
  private final Clock clock;

  ConversionsDue(
      MemberStore members,
      Statements statements,
      Conversions conversions,
      ConversionStore store,
      Clock clock) {
    this.members = members;
    this.statements = statements;
    this.conversions = conversions;
    this.store = store;
    this.clock = clock;
  }

  Optional<MemberId> convertSome(Club club, Conversion how, @Nullable MemberId after) {
    Automatic automatic = how.automatic();
    Unit unit = club.unit(how.from()).orElseThrow();
    if (automatic == null) {
      return Optional.empty();
    }
    if (automatic.onLastDayOf() == null) {
      return turn(club, how, unit, after);
    }
    Optional<LocalDate> due = automatic.due(club.calendar(), club.day(clock.instant()));
    if (due.isEmpty()) {
      return Optional.empty();
    }
    Turn turn = new Turn(unit.number(), club.unit(how.to()).orElseThrow().number(), due.get());
    return store
        .lock(club.id(), turn)
        .filter(state -> !state.finished())
        .flatMap(state -> {
          Optional<MemberId> next = turn(club, how, unit, state.after());
          store.move(club.id(), turn, next.orElse(null), clock.instant());
          return next;
        });
  }

  private Optional<MemberId> turn(Club club, Conversion how, Unit unit, @Nullable MemberId after) {
    long least = Math.max(how.minimum(), how.portion());
    List<MemberId> page =
        statements.holding(club.id(), new Statements.Holding(unit, least, after, CHUNK));
    if (!page.isEmpty()) {
      Map<MemberId, MemberRow> rows = members.lock(club.id(), page);
      conversions.turn(
          club, how, rows.values().stream().filter(MemberRow::active).map(MemberRow::id).toList());
    }
    return page.size() < CHUNK ? Optional.empty() : Optional.of(page.getLast());
  }
}
