package club.vafa.operations.demo;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.api.Paging;
import club.vafa.campaigns.Campaign;
import club.vafa.campaigns.Campaigns;
import club.vafa.cards.gifts.GiftCards;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.installation.Settings;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.ledger.Ledger;
import club.vafa.memberships.Membership;
import club.vafa.memberships.Memberships;
import club.vafa.program.WholeProgram;
import club.vafa.rewards.Claim;
import club.vafa.rewards.ClaimQuery;
import club.vafa.rewards.Rewards;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoClubTest
class DemoStoryTests {
  @LocalServerPort private int port;

  private final Settings settings;
  private final Clubs clubs;
  private final Campaigns campaigns;
  private final WholeProgram program;
  private final Rewards rewards;
  private final Memberships memberships;
  private final GiftCards gifts;
  private final Ledger ledger;
  private final Clock clock;
  private final DemoCommand demo;

  DemoStoryTests(
      Settings settings,
      Clubs clubs,
      Campaigns campaigns,
      WholeProgram program,
      Rewards rewards,
      Memberships memberships,
      GiftCards gifts,
      Ledger ledger,
      Clock clock,
      DemoCommand demo) {
    this.settings = settings;
    this.clubs = clubs;
    this.campaigns = campaigns;
    this.program = program;
    this.rewards = rewards;
    this.memberships = memberships;
    this.gifts = gifts;
    this.ledger = ledger;
    this.clock = clock;
    this.demo = demo;
  }

  @Test
  void theClubHasLivedAYearAndItsBooksHold() {
    Club club = club();
    assertThat(club.code()).isEqualTo("cafe-vafa");
    assertThat(ClubScope.call(club.id(), () -> clubs.branches(club.id()))).hasSize(3);
    assertThat(ClubScope.call(club.id(), () -> clubs.terminals(club.id()))).hasSize(5);
    List<Campaign> all = ClubScope.call(club.id(), () -> campaigns.list(club.id(), "", 50));
    assertThat(all.stream().filter(campaign -> campaign.state() == Campaign.State.LIVE))
        .hasSizeGreaterThan(10);
    assertThat(ClubScope.call(club.id(), () -> ledger.verify(club)).holds()).isTrue();
  }

  /** What an owner finds on the pages of the program. */
  @Test
  void somethingIsGoingOnInItsProgram() {
    ClubId club = club().id();
    ClubScope.run(
        club,
        () -> {
          assertThat(campaigns.list(club, "", 50)).anyMatch(one -> one.version() == 0);
          assertThat(campaigns.list(club, "", 50))
              .anyMatch(one -> one.version() > 0 && one.draft() != null);
          assertThat(campaigns.approvals(club, null, 5)).anyMatch(asked -> asked.answer() == null);
          assertThat(program.drafts(club, "", 5)).hasSize(1);
          assertThat(rewards.claims(club, ClaimQuery.of(null), new Paging(50, null)).data())
              .extracting(Claim::state)
              .contains(Claim.State.REQUESTED, Claim.State.FULFILLED);
          assertThat(memberships.list(club, null, null, 50))
              .extracting(Membership::state)
              .contains(Membership.State.ACTIVE, Membership.State.TRIAL);
          assertThat(gifts.owed(club).active()).isPositive();
        });
  }

  @Test
  void aSecondStartChangesNothing() {
    var before = folder().kept();
    demo.run(new DefaultApplicationArguments());
    assertThat(folder().kept()).isEqualTo(before);
    assertThat(clubs.all()).hasSize(1);
  }

  @Test
  void theClockGoesForwardAndStaysSo() throws Exception {
    HttpResponse<String> answer = post("{\"forward\":\"P40D\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body())
        .contains("\"happened\":{")
        .contains("\"event.recorded\":")
        .containsPattern("\"wallets\":[1-9]");
    assertThat(clock.ahead()).isEqualTo(Duration.ofDays(40));
    assertThat(folder().kept().orElseThrow().ahead()).isEqualTo(Duration.ofDays(40));
    clock.setAhead(Duration.ZERO);
    demo.run(new DefaultApplicationArguments());
    assertThat(clock.ahead()).isEqualTo(Duration.ofDays(40));
    assertThat(ClubScope.call(club().id(), () -> ledger.verify(club())).holds()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"forward\":\"tomorrow\"}",
        "{\"forward\":\"PT0S\"}",
        "{\"forward\":\"-P1D\"}",
        "{\"forward\":\"P367D\"}",
        "{\"forward\":\"PT9223372036854775807H\"}"
      })
  void itGoesForwardByAReasonableTimeOnly(String body) throws Exception {
    Duration before = clock.ahead();
    HttpResponse<String> answer = post(body);
    assertThat(answer.statusCode()).as(answer.body()).isIn(400, 422);
    assertThat(answer.body()).contains("/forward");
    assertThat(clock.ahead()).isEqualTo(before);
  }

  private HttpResponse<String> post(String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/demo/clock"))
            .header("Authorization", "Bearer " + folder().kept().orElseThrow().key())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
  }

  private DemoFolder folder() {
    return new DemoFolder(settings.data());
  }

  private Club club() {
    return clubs.get(List.copyOf(clubs.all()).getFirst());
  }
}
