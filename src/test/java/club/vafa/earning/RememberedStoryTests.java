package club.vafa.earning;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.MemberId;
import club.vafa.testing.ApiClient;
import club.vafa.testing.ApiClient.Answer;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is remembered of members never decides once somebody else changed it. */
@StoryTest
@Import(TestClub.class)
class RememberedStoryTests {
  private static final String PHONE = "+4915112345678";

  private final TestClub clubs;
  private final JdbcClient jdbc;
  @LocalServerPort private int port;
  private Club club;
  private ApiClient till;
  private MemberId sara;

  RememberedStoryTests(TestClub clubs, JdbcClient jdbc) {
    this.clubs = clubs;
    this.jdbc = jdbc;
  }

  @BeforeEach
  void saraWasHere() {
    club = clubs.cafe();
    till = ApiClient.of(port, clubs.key(club));
    sara = clubs.member(club, PHONE);
    clubs.live(
        club,
        """
        {'code':'base','name':{'en':'Base'},'trigger':{'on':'purchase'},
         'rules':[{'code':'all','when':[],'then':[
           {'do':'earn','unit':'points','amount':{'by':'fixed','give':'5'}}]}]}
        """);
    assertThat(buy("1").at("/wallets/0/active")).isEqualTo("5");
    assertThat(buy("2").at("/wallets/0/active")).isEqualTo("10");
  }

  private Answer buy(String number) {
    return till.post(
        "/v1/purchases",
        """
        {"source":"till","externalId":"%s","currency":"EUR","member":{"phone":"%s"},
         "lines":[{"sku":"bread","amount":"10.00"}]}
        """
            .formatted(number, PHONE));
  }

  /** As another Vafa does on the same database. */
  private void elsewhere(String sql, Object... values) {
    ClubScope.run(club.id(), () -> assertThat(jdbc.sql(sql).params(values).update()).isPositive());
  }

  private long total(String column) {
    return ClubScope.call(
        club.id(),
        () ->
            jdbc.sql("select " + column + " from activity.total where member_id = ?")
                .param(sara.value())
                .query(Long.class)
                .single());
  }

  @Test
  void aTotalThatGrewElsewhereGrowsFromThere() {
    elsewhere(
        "update activity.total set visits = 7, spent = 9000, version = version + 1"
            + " where member_id = ?",
        sara.value());

    assertThat(buy("3").status()).isEqualTo(201);
    assertThat(buy("4").status()).isEqualTo(201);

    assertThat(total("visits")).isEqualTo(9);
    assertThat(total("spent")).isEqualTo(11_000);
  }

  @Test
  void aWalletThatWasWrittenElsewhereIsReadAgain() {
    elsewhere(
        "update ledger.wallet set expires_at = null, version = version + 1 where member_id = ?",
        sara.value());

    assertThat(buy("3").at("/wallets/0/active")).isEqualTo("15");
    assertThat(buy("4").at("/wallets/0/active")).isEqualTo("20");
    assertThat(total("visits")).isEqualTo(4);
  }

  @Test
  void aPhoneThatIsSomebodyElsesNowNamesThem() {
    MemberId reza = clubs.member(club, "+4915100000001");
    elsewhere(
        "update members.identifier set member_id = ? where member_id = ?",
        reza.value(),
        sara.value());
    elsewhere("update members.member set version = version + 1 where id = ?", sara.value());

    Answer sold = buy("3");

    assertThat(sold.at("/member/id")).isEqualTo(reza.toString());
    assertThat(sold.at("/wallets/0/active")).isEqualTo("5");
    assertThat(total("visits")).isEqualTo(2);
  }

  @Test
  void whoWasBlockedElsewhereIsRefused() {
    elsewhere(
        "update members.member set state = 'blocked', version = version + 1 where id = ?",
        sara.value());

    assertThat(buy("3").told()).contains("member_not_active");
    assertThat(total("visits")).isEqualTo(2);
  }
}
