package club.vafa.ledger;

import static club.vafa.ledger.LedgerFixtures.IDS;
import static club.vafa.ledger.LedgerFixtures.LATER;
import static club.vafa.ledger.LedgerFixtures.MONTHLY;
import static club.vafa.ledger.LedgerFixtures.day;
import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.MemberId;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermsTests {
  private static Club club(CalendarKind calendar) {
    return LedgerFixtures.club(new ClubId(IDS.next()), calendar);
  }

  /** 10 April 2026 is 21 Farvardin 1405 and 22 Shawwal 1447, whose months have 31 and 29 days. */
  @ParameterizedTest
  @CsvSource({
    "GREGORIAN, 2026-04-30T20:30:00Z",
    "JALALI,    2026-04-20T20:30:00Z",
    "HIJRI,     2026-04-17T20:30:00Z",
  })
  void anAwardUntilTheEndOfTheMonthEndsWithTheMonthOfTheClubsCalendar(
      CalendarKind calendar, Instant end) {
    Club club = club(calendar);
    Instant sale = Instant.parse("2026-04-10T09:00:00Z");
    assertThat(Terms.of(club, MONTHLY, sale)).isEqualTo(Terms.until(end));
    MemberId sara = LedgerFixtures.member();
    Books books = new Books(club, day(10_000), new Journal(IDS), Set.of(sara), _ -> true);
    books.earn(sara, MONTHLY, 100, Terms.of(club, MONTHLY, sale), Cause.purchase(IDS.next()), sale);
    assertThat(books.usable(sara, MONTHLY, end.minusSeconds(1))).isEqualTo(100);
    assertThat(books.usable(sara, MONTHLY, end)).isZero();
    assertThat(books.balance(sara, MONTHLY)).isEqualTo(Balance.NOTHING);
  }

  @Test
  void theTimeToKeepBeginsWhenTheTimeToWaitIsOver() {
    Instant sale = day(1).plusSeconds(3600);
    Terms terms = Terms.of(club(CalendarKind.GREGORIAN), LATER, sale);
    assertThat(terms.availableAt()).isEqualTo(day(15).plusSeconds(3600));
    assertThat(Objects.requireNonNull(terms.expiresAt())).isEqualTo(day(76));
  }
}
