package club.vafa.bench;

import club.vafa.clubs.Club;
import club.vafa.testing.Furniture;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A café with some of everything and a hundred members who do what members do, all of it over the
 * API; one of them comes more often than anybody.
 */
record FacesClub(Club club, TestClub clubs, Web web) {
  static final int MEMBERS = 100;
  static final int PURCHASES_EACH = 10;
  static final String REGULAR = "+4915112345671";
  private static final int OF_A_REGULAR = 5_000;
  private static final int CLAIMS_OF_A_REGULAR = 200;
  private static final int BATCH = 250;
  private static final List<String> NAMES =
      List.of("Sara", "Mehdi", "Anna", "Omar", "Leila", "Jonas", "Reza", "Fatima", "Lukas", "Nur");

  /** The phone of the member of this number, above zero. */
  static String phone(int member) {
    return "+4915198765%03d".formatted(member);
  }

  /** What everybody did, which may be multiplied. */
  void fill() {
    clubs.live(
        club,
        """
        {'code':'base','trigger':{'on':'purchase'},'name':{'en':'A point for each euro'},
         'rules':[{'code':'main','then':[
           {'do':'earn','unit':'points','amount':{'by':'step','each':'1.00','give':'1'}}]}]}
        """);
    List<String> members = new ArrayList<>();
    members.add(new Furniture(web, "Lindenblatt").put());
    for (int at = 1; at < MEMBERS; at++) {
      members.add(member(members, at));
    }
    buy(members, 0, MEMBERS * PURCHASES_EACH);
    String coffee = coffee();
    for (int at = 1; at < MEMBERS; at += 10) {
      String member = members.get(at);
      claim(member, coffee);
      web.post("/v1/memberships", "{'member':'%s','plan':'plus'}".formatted(member)).expect(201);
      web.post("/v1/gift-cards", "{'amount':'25','active':true}").expect(201);
      String home =
          web.post("/v1/households", "{'primary':'%s','name':'Home'}".formatted(member))
              .expect(201)
              .at("/id");
      web.post(
              "/v1/households/" + home + "/invitations",
              "{'member':'%s','role':'adult','consented':true}".formatted(members.get(at + 1)))
          .expect(200);
    }
  }

  /** What only one did. */
  void fillRegular() {
    String regular = web.get("/v1/members?phone=%2B" + REGULAR.substring(1)).at("/data/0/id");
    buy(List.of(regular), MEMBERS * PURCHASES_EACH, OF_A_REGULAR);
    String coffee = coffee();
    for (int at = 0; at < CLAIMS_OF_A_REGULAR; at++) {
      claim(regular, coffee);
    }
  }

  private String coffee() {
    for (JsonNode reward : web.get("/v1/rewards").expect(200).body().at("/data")) {
      if (reward.at("/code").asString().equals("coffee")) {
        return reward.at("/id").asString();
      }
    }
    throw new IllegalStateException("no coffee");
  }

  private void claim(String member, String reward) {
    web.post("/v1/claims", "{'member':'%s','reward':'%s'}".formatted(member, reward)).expect(201);
  }

  /** Joins, one in ten brought along by the one before. */
  private String member(List<String> before, int at) {
    String brought = "";
    if (at % 10 == 5) {
      String code = web.get("/v1/members/" + before.getLast() + "/referral").at("/code");
      brought = ",'referralCode':'" + code + "'";
    }
    String id =
        web.post(
                "/v1/members",
                "{'phone':'%s','firstName':'%s','lastName':'Muster'%s}"
                    .formatted(phone(at), NAMES.get(at % NAMES.size()), brought))
            .expect(201)
            .at("/id");
    web.post(
            "/v1/members/" + id + "/adjustments",
            "{'unit':'points','amount':'100','reason':'welcome'}")
        .expect(201);
    return id;
  }

  private void buy(List<String> members, int first, int count) {
    Instant day = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(1, ChronoUnit.DAYS);
    for (int at = first; at < first + count; at += BATCH) {
      List<String> wanted = new ArrayList<>();
      for (int one = at; one < at + BATCH; one++) {
        wanted.add(purchase(members.get(one % members.size()), one, day));
      }
      batch(wanted);
    }
  }

  private static String purchase(String member, int at, Instant day) {
    return """
    {'source':'bench','externalId':'%d','occurredAt':'%s','member':{'id':'%s'},
     'branch':'main','currency':'EUR',
     'lines':[{'sku':'SKU-%d','quantity':'1','amount':'%d.50'},
              {'sku':'SKU-%d','quantity':'2','amount':'%d.00'}]}
    """
        .formatted(
            at, day.plusSeconds(at % 80_000), member, at % 300, 3 + at % 17, at % 211, 5 + at % 23);
  }

  private void batch(List<String> purchases) {
    Web.Answer answer =
        web.post("/v1/purchases:batch", "{'purchases':[" + String.join(",", purchases) + "]}")
            .expect(200);
    for (JsonNode one : answer.body().at("/data")) {
      if (one.at("/status").asInt() != 201) {
        throw new IllegalStateException(one.toString());
      }
    }
  }
}
