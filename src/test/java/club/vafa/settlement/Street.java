package club.vafa.settlement;

import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.ledger.Ledger;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A street of shops with one card: a baker, a bookshop with two branches and a chemist. A point for
 * each euro; giving one costs 1.2 cents, a spent one brings one.
 */
public final class Street {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int CHUNK = 500;

  public final Club club;
  public final Web web;
  private final ApplicationContext context;
  private int documents;

  public Street(ApplicationContext context, int port) {
    this.context = context;
    TestClub clubs = context.getBean(TestClub.class);
    club = clubs.cafe();
    web = new Web(port, clubs.key(club));
    clubs.live(
        club,
        """
        {'code':'points','name':{'en':'Points'},'trigger':{'on':'purchase'},'rules':[{'code':'all',
         'then':[{'do':'earn','unit':'points','amount':{'by':'step','each':'1','give':1}}]}]}
        """);
    for (String branch : List.of("baker", "books-1", "books-2", "chemist", "nobody")) {
      web.send("PUT", "/v1/branches/" + branch, "{'name':'" + branch + "'}").expect(200);
    }
  }

  public String member(String phone) {
    return context.getBean(TestClub.class).member(club, phone).toString();
  }

  /** Prices and partners from a day on. */
  public void partners(String from) {
    web.send(
            "PUT",
            "/v1/settlement/prices",
            "{'from':'%s','prices':[{'unit':'points','issue':'0.012','spend':'0.01','expiredBack':50}]}"
                .formatted(from))
        .expect(200);
    partner("baker", "'from':'%s','name':'Baker','branches':['baker']".formatted(from)).expect(200);
    partner("books", "'from':'%s','name':'Books','branches':['books-1','books-2']".formatted(from))
        .expect(200);
    partner("chemist", "'from':'%s','name':'Chemist','branches':['chemist']".formatted(from))
        .expect(200);
  }

  public Answer partner(String code, String rest) {
    return web.send("PUT", "/v1/settlement/partners/" + code, "{" + rest + "}");
  }

  public void moveTo(String day) {
    moveTo(LocalDate.parse(day).atTime(12, 0).atZone(club.zone()).toInstant());
  }

  void moveTo(Instant now) {
    context.getBean(Clock.class).moveTo(now);
    due();
  }

  private void due() {
    ClubScope.run(
        club.id(),
        () -> {
          Club known = context.getBean(Clubs.class).get(club.id());
          Clock clock = context.getBean(Clock.class);
          while (context.getBean(Ledger.class).bringUpTo(known, clock.instant(), CHUNK) > 0) {
            Thread.onSpinWait();
          }
        });
  }

  /** Buys for so many euros at a branch, paying some of it with points; answers with its id. */
  public String buy(String member, String branch, long euros, long points) {
    documents++;
    return web.post(
            "/v1/purchases",
            """
            {'source':'till','externalId':'s-%d','member':{'id':'%s'},'branch':'%s','occurredAt':'%s',
             'currency':'EUR','lines':[{'sku':'x','quantity':'1','amount':'%d'}],'payments':[%s]}
            """
                .formatted(
                    documents,
                    member,
                    branch,
                    context.getBean(Clock.class).instant(),
                    euros,
                    points == 0
                        ? ""
                        : "{'kind':'wallet','unit':'points','amount':'%d'}".formatted(points)))
        .expect(201)
        .at("/id");
  }

  public void giveBack(String purchase) {
    documents++;
    web.post(
            "/v1/purchases/" + purchase + "/returns",
            "{'externalId':'r-%d','all':true}".formatted(documents))
        .expect(201);
  }

  /** A statement once everything was read that the books hold. */
  public JsonNode statement(String number) {
    readUp();
    return web.get("/v1/settlement/statements/" + number).expect(200).body();
  }

  public Answer close(String through) {
    readUp();
    return web.post("/v1/settlement/statements", "{'through':'" + through + "'}");
  }

  public void readUp() {
    readUp(context, club.id());
  }

  /** Commits of others may hold rows back for a moment. */
  public static void readUp(ApplicationContext context, ClubId club) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!ClubScope.call(club, () -> read(context, club))) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the books could not be read to their end");
      }
    }
  }

  private static boolean read(ApplicationContext context, ClubId club) {
    context.getBean(Settlement.class).readOn(context.getBean(Clubs.class).get(club));
    return context
        .getBean(JdbcClient.class)
        .sql(
            """
            select coalesce((select max(written) from ledger.entry where club_id = :club), 0)
              <= coalesce((select done from settlement.reading where club_id = :club), -1)
            """)
        .params(Map.of("club", club.value()))
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  /** A statement as a table: each line of each account, and what it comes to. */
  public static String table(JsonNode statement) {
    List<String> rows = new ArrayList<>();
    for (JsonNode account : statement.get("accounts")) {
      String name = account.get("partner").asString();
      for (JsonNode line : account.get("lines")) {
        rows.add(
            row(
                name,
                line.get("what").asString() + (line.get("earlier").asBoolean() ? " earlier" : ""),
                line.get("units").asString(),
                line.path("price").asString("-"),
                line.get("owes").asString()));
      }
      for (JsonNode flow : account.get("spentHere")) {
        rows.add(
            row(name, "from " + flow.path("issuer").asString("-"), flow.get("units").asString()));
      }
      rows.add(
          row(
              name,
              "net " + account.get("net").asString(),
              "before " + account.get("before").asString(),
              "paid " + account.get("paid").asString(),
              "after " + account.get("after").asString()));
    }
    for (JsonNode line : statement.get("unassigned")) {
      rows.add(row("-", line.get("what").asString(), line.get("units").asString()));
    }
    for (JsonNode transfer : statement.get("transfers")) {
      rows.add(
          row(
              transfer.path("from").asString("kitty"),
              "pays " + transfer.path("to").asString("kitty"),
              transfer.get("amount").asString()));
    }
    rows.add(
        row(
            "kitty",
            "before " + statement.get("kittyBefore").asString(),
            "now " + statement.get("kitty").asString(),
            "after " + statement.get("kittyAfter").asString()));
    return String.join("\n", rows) + "\n";
  }

  private static String row(String... cells) {
    return String.join(" | ", cells);
  }

  public ClubId id() {
    return club.id();
  }
}
