package club.vafa.rewards;

import club.vafa.clubs.Club;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;

/** A café with rewards and Sara, who has been a member for long, told over HTTP. */
final class Shopping {
  static final String PHONE = "+4915112345678";

  final Club club;
  final Web web;
  final String sara;
  private int sales;

  Shopping(TestClub clubs, int port) {
    club = clubs.cafe();
    web = new Web(port, clubs.key(club));
    sara = clubs.member(club, PHONE).toString();
  }

  /** Gives Sara points or stamps by hand. */
  void give(String unit, String amount) {
    give(sara, unit, amount);
  }

  void give(String member, String unit, String amount) {
    web.post(
            "/v1/members/" + member + "/adjustments",
            "{'unit':'%s','amount':'%s','reason':'start'}".formatted(unit, amount))
        .expect(201);
  }

  /** Drafts and publishes a reward; answers with its id. */
  String live(String code, String rest) {
    String id =
        web.post("/v1/rewards", "{'code':'%s','names':{'en':'%s'},%s}".formatted(code, code, rest))
            .expect(201)
            .at("/id");
    web.post("/v1/rewards/" + id + "/publish", "").expect(200);
    return id;
  }

  /** The usual rewards. */
  String freeCoffee() {
    return live(
        "free-coffee",
        "'kind':'product','prices':[{'unit':'points','amount':'100'}],"
            + "'voucher':{'pattern':'CAFE-####-####','sku':'LATTE','days':30}");
  }

  String fiveOff() {
    return live(
        "five-off",
        "'kind':'discount','prices':[{'unit':'points','amount':'100'}],"
            + "'voucher':{'money':'5.00','minimum':'8.00'}");
  }

  Answer claim(String reward, String more) {
    return web.post("/v1/claims", "{'member':'%s','reward':'%s'%s}".formatted(sara, reward, more));
  }

  /** A voucher for Sara. */
  String voucher(String reward) {
    return claim(reward, "").expect(201).at("/vouchers/0/code");
  }

  Answer buy(String lines, String coupon) {
    return buy("'member':{'phone':'" + PHONE + "'},", lines, coupon);
  }

  Answer buy(String who, String lines, String coupon) {
    return web.post("/v1/purchases", sale(who, lines, coupon));
  }

  Answer quote(String lines, String coupon) {
    return web.post(
        "/v1/purchases/quote", sale("'member':{'phone':'" + PHONE + "'},", lines, coupon));
  }

  String sale(String lines, String coupon) {
    return sale("'member':{'phone':'" + PHONE + "'},", lines, coupon);
  }

  private String sale(String who, String lines, String coupon) {
    sales++;
    return "{'source':'t','externalId':'s%d',%s'currency':'EUR','lines':[%s]%s}"
        .formatted(sales, who, lines, coupon.isEmpty() ? "" : ",'coupons':['" + coupon + "']");
  }

  static String line(String sku, String quantity, String amount) {
    return "{'sku':'%s','category':'%s','quantity':'%s','amount':'%s'}"
        .formatted(sku, sku.toLowerCase(java.util.Locale.ROOT), quantity, amount);
  }

  Answer bringBack(Answer sale, String what) {
    sales++;
    return web.post(
            "/v1/purchases/" + sale.at("/id") + "/returns",
            "{'externalId':'r%d',%s}".formatted(sales, what))
        .expect(201);
  }

  String has(String unit) {
    for (var wallet : web.get("/v1/members/" + sara + "/wallets").body().at("/data")) {
      if (wallet.at("/unit").asString().equals(unit)) {
        return wallet.at("/active").asString()
            + (wallet.at("/held").asString("0").equals("0")
                ? ""
                : " held " + wallet.at("/held").asString());
      }
    }
    return "0";
  }

  String state(String code) {
    return web.get("/v1/vouchers?code=" + code).expect(200).at("/state");
  }

  /** Status and code, as tables of refusals write them. */
  static String told(Answer answer) {
    return (answer.status() + " " + answer.at("/code") + " " + answer.at("/errors/0/pointer"))
        .strip();
  }
}
