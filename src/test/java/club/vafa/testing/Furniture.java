package club.vafa.testing;

import static java.util.Locale.ROOT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * A club in which every page has something to show, all of it named by a word that no other club
 * has.
 */
public record Furniture(Web api, String word) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Answers with the id of the member who has some of everything. */
  public String put() {
    String member =
        api.post(
                "/v1/members",
                "{'phone':'+4915112345671','firstName':'%s','lastName':'Muster'}".formatted(word))
            .expect(201)
            .at("/id");
    api.post(
            "/v1/members/" + member + "/adjustments",
            "{'unit':'points','amount':'500','reason':'welcome'}")
        .expect(201);
    rewards(member);
    coupons();
    giftCards();
    memberships(member);
    tiers();
    api.send("PUT", "/v1/branches/main", "{'name':'%s branch'}".formatted(word)).expect(200);
    api.send("PUT", "/v1/branches/main/terminals/t1", "{'name':'%s till'}".formatted(word))
        .expect(200);
    goods();
    draft();
    return member;
  }

  private void goods() {
    api.send("PUT", "/v1/categories/cake", "{'names':{'en':'%s cakes'}}".formatted(word))
        .expect(200);
    api.post(
            "/v1/items",
            "{'code':'torte','names':{'en':'%s torte'},'category':'cake','price':'4'}"
                .formatted(word))
        .expect(201);
  }

  private void draft() {
    String file = api.get("/v1/program").expect(200).at("/file");
    String body = JSON.writeValueAsString(Map.of("file", file));
    try {
      api.exchange(api.request("PUT", "/v1/program/drafts/next", BodyPublishers.ofString(body)))
          .expect(200);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void rewards(String member) {
    String coffee =
        reward(
            "'code':'coffee','kind':'product','fulfilment':true,"
                + "'prices':[{'unit':'points','amount':'50'}]");
    api.post("/v1/claims", "{'member':'%s','reward':'%s'}".formatted(member, coffee)).expect(201);
    String five = reward("'code':'five','kind':'voucher','voucher':{'money':'5'}");
    api.post("/v1/voucher-batches", "{'reward':'%s','count':3}".formatted(five)).expect(201);
    api.post(
            "/v1/stamp-cards",
            "{'code':'card','unit':'stamps','holes':10,'reward':'five','names':{'en':'%s card'}}"
                .formatted(word))
        .expect(201);
  }

  private void coupons() {
    api.post(
            "/v1/coupons",
            "{'code':'%s','name':{'en':'%s coupon'}}".formatted(word.toUpperCase(ROOT), word))
        .expect(201);
    String flyer =
        api.post(
                "/v1/coupons",
                "{'code':'FLYER','kind':'unique','name':{'en':'%s flyer'}}".formatted(word))
            .expect(201)
            .at("/id");
    api.post("/v1/coupons/" + flyer + "/batches", "{'count':3,'pattern':'FLYER-########'}")
        .expect(201);
  }

  private void giftCards() {
    api.post("/v1/gift-cards", "{'amount':'25','active':true,'reason':'%s'}".formatted(word))
        .expect(201);
    api.post("/v1/gift-cards", "{'amount':'10'}").expect(201);
  }

  private void memberships(String member) {
    String plan =
        api.post(
                "/v1/membership-plans",
                """
                {'code':'plus','names':{'en':'%s plus'},'fee':{'amount':'5','currency':'EUR'},
                 'period':{'count':1,'each':'month'},'trialDays':7,
                 'entitlements':[{'code':'coffee','names':{'en':'%s coffee'},
                                  'limit':{'uses':1,'each':'day'}}]}
                """
                    .formatted(word, word))
            .expect(201)
            .at("/id");
    api.post("/v1/membership-plans/" + plan + "/publish", "").expect(200);
    api.post("/v1/memberships", "{'member':'%s','plan':'plus'}".formatted(member)).expect(201);
  }

  private void tiers() {
    api.send(
            "PUT",
            "/v1/tier-sets/ladder",
            """
            {'names':{'en':'%s ladder'},'period':{'kind':'rolling','months':12},
             'keep':{'until':'months','months':12},
             'tiers':[{'code':'green','names':{'en':'%s green'}},
                      {'code':'gold','names':{'en':'%s gold'},'color':'#c9a227',
                       'needs':[{'by':'spend','atLeast':'500'}]}]}
            """
                .formatted(word, word, word))
        .expect(200);
  }

  private String reward(String terms) {
    String id =
        api.post("/v1/rewards", "{%s,'names':{'en':'%s thing'}}".formatted(terms, word))
            .expect(201)
            .at("/id");
    api.post("/v1/rewards/" + id + "/publish", "").expect(200);
    return id;
  }
}
