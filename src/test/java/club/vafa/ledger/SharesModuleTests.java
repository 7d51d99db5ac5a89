package club.vafa.ledger;

import static club.vafa.ledger.LedgerFixtures.AFTER_VISIT;
import static club.vafa.ledger.LedgerFixtures.CREDIT;
import static club.vafa.ledger.LedgerFixtures.IDS;
import static club.vafa.ledger.LedgerFixtures.POINTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.vafa.clubs.Club;
import club.vafa.clubs.Club.ReturnPolicy;
import club.vafa.clubs.Unit;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.MemberId;
import club.vafa.testing.RoomTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What several rules gave for one sale: one row, and in the journal an entry of each. */
@RoomTest
@ExtendWith(BooksProof.class)
class SharesModuleTests {
  private static final UUID BEGINNING = new UUID(0, 0);

  private final Ledger ledger;
  private final Statements statements;
  private final TransactionTemplate transaction;
  private final JdbcClient jdbc;
  private final Instant now;
  private final Club club = LedgerFixtures.club();
  private final MemberId sara = LedgerFixtures.member();
  private final UUID shoes = IDS.next();
  private final UUID socks = IDS.next();

  SharesModuleTests(
      Ledger ledger,
      Statements statements,
      TransactionTemplate transaction,
      JdbcClient jdbc,
      Clock clock) {
    this.ledger = ledger;
    this.statements = statements;
    this.transaction = transaction;
    this.jdbc = jdbc;
    this.now = clock.instant();
  }

  private static Cause.Rule rule(String code) {
    return new Cause.Rule(new UUID(7, code.hashCode()), 3, code);
  }

  @BeforeEach
  void twoSales() {
    new Keeping(ledger, transaction, club)
        .in(
            Scope.of(List.of(sara)),
            books -> {
              earn(books, shoes, POINTS, "base", 40);
              earn(books, shoes, POINTS, "fifth", 10);
              earn(books, shoes, CREDIT, "back", 3);
              earn(books, shoes, POINTS, "friday", 7);
              earn(books, shoes, AFTER_VISIT, "base", 20);
              earn(books, shoes, AFTER_VISIT, "fifth", 5);
              earn(books, socks, POINTS, "base", 2);
              return true;
            });
  }

  private void earn(Books books, UUID sale, Unit unit, String rule, long amount) {
    Cause cause = Cause.purchase(sale).by(rule(rule));
    books.earn(sara, unit, amount, Terms.of(club, unit, now), cause, now);
  }

  private <T> T read(Supplier<T> what) {
    return ClubScope.call(club.id(), what::get);
  }

  private List<Entry> statement(@Nullable Unit unit, int limit) {
    List<Entry> all = new ArrayList<>();
    UUID after = null;
    List<Statements.Line> page;
    do {
      var wanted = new Statements.Wanted(sara, unit == null ? null : unit.number(), after, limit);
      page = read(() -> statements.statement(club.id(), wanted));
      page.forEach(line -> all.add(line.entry()));
      after = page.isEmpty() ? null : page.getLast().entry().id();
    } while (!page.isEmpty());
    return all;
  }

  private static String told(Entry entry) {
    Cause.Rule rule = entry.cause().rule();
    return "%s %d of %d"
        .formatted(rule == null ? "" : rule.rule(), entry.amount(), entry.balance());
  }

  @Test
  void theyAreOneRow() {
    assertThat(read(() -> statements.openLots(club.id(), sara)))
        .extracting(lot -> lot.unit() + " " + lot.issued() + " " + (lot.cause().rule() == null))
        .containsExactly("1 57 true", "1 2 false", "2 3 false", "6 25 true");
    assertThat(
            read(() ->
                jdbc.sql("select count(*) from ledger.lot where club_id = ?")
                    .param(club.id().value())
                    .query(Long.class)
                    .single()))
        .isEqualTo(4);
  }

  @Test
  void theDatabaseRefusesSharesThatAreNotWhole() {
    for (String spoilt :
        List.of(
            "null, versions, rules, sums",
            "campaigns, versions, rules, null",
            "campaigns, versions, rules, sums[2:]",
            "campaigns[1:1], versions[1:1], rules[1:1], sums[1:1]")) {
      assertThatThrownBy(() ->
              ClubScope.run(
                  club.id(),
                  () ->
                      jdbc.sql(
                              """
                              insert into ledger.lot (club_id, member_id, id, cause_id, issued,
                                pending, active, held, spent, expired, reversed, at, unit,
                                cause_kind, balance, posted_at, written, entry_kind, began,
                                campaigns, versions, rules, sums)
                              select club_id, member_id, gen_random_uuid(), cause_id, issued,
                                pending, active, held, spent, expired, reversed, at, unit,
                                cause_kind, balance, posted_at, written, entry_kind, began, %s
                              from ledger.lot where club_id = ? and sums is not null
                              """
                                  .formatted(spoilt))
                          .param(club.id().value())
                          .update()))
          .as(spoilt)
          .hasMessageContaining("lot_shares");
    }
  }

  @Test
  void theStatementTellsEachRuleByItselfHoweverManyItTellsAtATime() {
    List<Entry> whole = statement(POINTS, 50);
    assertThat(whole)
        .extracting(SharesModuleTests::told)
        .containsExactly("base 2 of 59", "friday 7 of 57", "fifth 10 of 50", "base 40 of 40");
    assertThat(whole).extracting(Entry::id).doesNotHaveDuplicates();
    assertThat(statement(POINTS, 1)).isEqualTo(whole);
    assertThat(statement(POINTS, 3)).isEqualTo(whole);
    List<Entry> everything = statement(null, 50);
    assertThat(everything).hasSize(7).isSortedAccordingTo((a, b) -> b.id().compareTo(a.id()));
    assertThat(statement(null, 2)).isEqualTo(everything);
    assertThat(statement(AFTER_VISIT, 50))
        .extracting(SharesModuleTests::told)
        .containsExactly("fifth 5 of 0", "base 20 of 0");
  }

  @Test
  void whoFollowsTheJournalHearsOfEachRuleOnce() {
    List<Entry> heard = new ArrayList<>();
    MemberId member = new MemberId(BEGINNING);
    UUID entry = BEGINNING;
    while (true) {
      var stretch = new Statements.Stretch(0, Long.MAX_VALUE, member.value(), entry);
      List<Statements.Written> next = read(() -> statements.written(club.id(), stretch, 2));
      if (next.isEmpty()) {
        break;
      }
      next.forEach(one -> heard.add(one.entry()));
      assertThat(next).allMatch(one -> one.origin() != null && one.awardedAt() != null);
      member = next.getLast().entry().member();
      entry = next.getLast().entry().id();
    }
    assertThat(heard).containsExactlyElementsOf(statement(null, 50).reversed());
  }

  @Test
  void aReturnTakesBackByRuleWhatWasReadAgain() {
    Books.ClawedBack back =
        new Keeping(ledger, transaction, club)
            .in(
                Scope.of(List.of()).undoing(sara, shoes),
                books ->
                    books.clawBack(
                        sara,
                        POINTS,
                        shoes,
                        rule("fifth"),
                        60,
                        ReturnPolicy.WITHIN_BALANCE,
                        Cause.returned(IDS.next(), shoes),
                        now));
    assertThat(back).isEqualTo(new Books.ClawedBack(0, 10, 0, 50));
    assertThat(statement(POINTS, 1).getFirst())
        .satisfies(entry -> assertThat(told(entry)).isEqualTo("fifth 10 of 49"));
  }

  @Test
  void whatTheDocumentMovedIsToldInOrder() {
    assertThat(read(() -> statements.causedBy(club.id(), sara, shoes)))
        .extracting(line -> told(line.entry()))
        .containsExactly(
            "base 40 of 40",
            "fifth 10 of 50",
            "friday 7 of 57",
            "back 3 of 3",
            "base 20 of 0",
            "fifth 5 of 0");
  }
}
