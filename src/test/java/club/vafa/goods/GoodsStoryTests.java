package club.vafa.goods;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.clubs.Club;
import club.vafa.earning.Earning;
import club.vafa.kernel.TypeId;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visit;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The catalogue over HTTP: kept, searched, brought in, and what it does to sales and sentences. */
@StoryTest
class GoodsStoryTests {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestClub clubs;
  private final Earning earning;
  private final Access access;
  private final int port;

  GoodsStoryTests(TestClub clubs, Earning earning, Access access, @LocalServerPort int port) {
    this.clubs = clubs;
    this.earning = earning;
    this.access = access;
    this.port = port;
  }

  private Web web(Club club) {
    return new Web(port, clubs.key(club));
  }

  private static Answer cake(Web web) {
    web.send("PUT", "/v1/categories/cake", "{'names':{'en':'Cakes','fa':'کیک‌ها','ar':'كعك'}}")
        .expect(200);
    return web.post(
            "/v1/items",
            """
            {'code':'CHEESE','names':{'en':'Cheesecake','fa':'کیک پنیر'},'category':'cake',
             'barcodes':['۴۰۰۶۳۸۱۳۳۳۹۳۱'],'price':'4.50','cost':'1.25','favourite':true}
            """)
        .expect(201);
  }

  @Test
  void anItemIsKeptFoundAndChanged() {
    Web web = web(clubs.cafe());
    Answer made = cake(web);
    String path = "/v1/items/" + made.at("/id");
    assertThat(made.at("/barcodes/0")).isEqualTo("4006381333931");
    assertThat(made.at("/changedBy")).isNotEmpty();
    for (String query :
        new String[] {
          "q=cheese",
          "q=كيك",
          "q=4006381",
          "barcode=%DB%B4006381333931",
          "code=CHEESE",
          "category=cake",
          "favourite=true"
        }) {
      assertThat(
              web.get("/v1/items?" + query.replace("كيك", "%D9%83%D9%8A%D9%83")).at("/data/0/id"))
          .as(query)
          .isEqualTo(made.at("/id"));
    }
    assertThat(web.get("/v1/items?q=tea").body().at("/data")).isEmpty();
    Answer changed =
        web.send("PUT", path, "{'code':'CHEESE','names':{'en':'Cheesecake'},'price':5,'version':1}")
            .expect(200);
    assertThat(changed.at("/version")).isEqualTo("2");
    assertThat(changed.at("/price")).isEqualTo("5");
    assertThat(web.get("/v1/items?category=cake").body().at("/data")).isEmpty();
    Answer late =
        web.send("PUT", path, "{'code':'CHEESE','names':{'en':'Late'},'version':1}").expect(409);
    assertThat(late.at("/code")).isEqualTo("item_changed");
    assertThat(web(clubs.cafe()).get(path).status()).isEqualTo(404);
  }

  @Test
  void whatCannotBeIsRefusedAtItsField() {
    Web web = web(clubs.cafe());
    cake(web);
    Answer bad =
        web.post(
                "/v1/items",
                """
                {'code':' ','names':{'de':'Kuchen'},'barcodes':['1 2'],'price':'-1','cost':'0.001'}
                """)
            .expect(422);
    assertThat(bad.text())
        .contains("/code", "/names", "/barcodes/0", "/price", "/cost", "barcode_form");
    String twin = "{'code':'%s','names':{'en':'Twin'}%s}";
    assertThat(web.post("/v1/items", twin.formatted("CHEESE", "")).at("/code"))
        .isEqualTo("item_code_taken");
    assertThat(
            web.post("/v1/items", twin.formatted("T", ",'barcodes':['4006381333931']")).at("/code"))
        .isEqualTo("barcode_taken");
    assertThat(web.post("/v1/items", twin.formatted("T", ",'category':'pie'")).at("/code"))
        .isEqualTo("category_unknown");
    assertThat(web.post("/v1/items", twin.formatted("T", ",'colour':'red'")).status())
        .isEqualTo(400);
    assertThat(web.send("PUT", "/v1/categories/x", "{'names':{}}").status()).isEqualTo(422);
  }

  @Test
  void aTableIsTakenInAndWhatIsNotWholeIsLeftOut() {
    Web web = web(clubs.cafe());
    cake(web);
    String csv =
        """
        Code;Name;Category;EAN;Price;Cost;Favourite\\n\
        CHEESE;Cheesecake;cake;4006381333931;4,80;;yes\\n\
        TEA;Tea, green;tea;111 222;۲٫۵۰;0.40;\\n\
        BAD;;tea;;2;;\\n\
        WORSE;Milk;tea;4006381333931;much;;\\n\
        TEA;Tea again;tea;;2;;\\n\
        """;
    Answer done =
        web.post("/v1/items/import", "{'csv':'" + csv + "'}", "Idempotency-Key", "i1").expect(200);
    assertThat(done.at("/added")).isEqualTo("1");
    assertThat(done.at("/changed")).isEqualTo("1");
    assertThat(done.at("/categories")).isEqualTo("1");
    assertThat(done.body().at("/refused")).hasSize(3);
    assertThat(done.at("/refused/0/line")).isEqualTo("4");
    assertThat(done.text()).contains("not_a_number", "barcode_taken", "item_code_twice", "/names");
    Answer cake = web.get("/v1/items?code=CHEESE");
    assertThat(cake.at("/data/0/price")).isEqualTo("4.8");
    assertThat(cake.at("/data/0/names/fa")).as("a column that is not there").isEqualTo("کیک پنیر");
    Answer tea = web.get("/v1/items?barcode=222");
    assertThat(tea.at("/data/0/price")).isEqualTo("2.5");
    Answer again =
        web.post("/v1/items/import", "{'csv':'" + csv + "'}", "Idempotency-Key", "i1").expect(200);
    assertThat(again.replayed()).isTrue();
    for (String wrong : new String[] {"", "name\\nTea\\n", "code,name"}) {
      assertThat(web.post("/v1/items/import", "{'csv':'" + wrong + "'}").status()).isEqualTo(422);
    }
  }

  @Test
  void listsGoOnWhereTheyEnded() {
    Web web = web(clubs.cafe());
    StringBuilder csv = new StringBuilder("code,name\\n");
    for (int number = 0; number < 5; number++) {
      csv.append('A').append(number).append(",Thing\\n");
    }
    web.post("/v1/items/import", "{'csv':'" + csv + "'}").expect(200);
    Answer first = web.get("/v1/items?limit=3").expect(200);
    assertThat(first.at("/data/2/code")).isEqualTo("A2");
    Answer rest = web.get("/v1/items?limit=3&after=" + first.at("/next")).expect(200);
    assertThat(rest.body().at("/data")).hasSize(2);
    assertThat(rest.at("/data/0/code")).isEqualTo("A3");
  }

  @Test
  void whatGoodsCostGoesIntoTheSaleWhenTheSenderDoesNotSay() {
    Club club = clubs.cafe();
    Web web = web(club);
    cake(web);
    String sale =
        """
        {'source':'t','externalId':'1','currency':'EUR','lines':[
          {'sku':'CHEESE','quantity':'1.5','amount':'6.75'},
          {'sku':'CHEESE','quantity':'1','amount':'4.50','cost':'2'},
          {'sku':'OTHER','amount':'1'}]}
        """;
    Answer sold = web.post("/v1/purchases", sale).expect(201);
    var lines =
        earning
            .find(club.id(), TypeId.parse("pur", sold.at("/id")).orElseThrow())
            .orElseThrow()
            .lines();
    assertThat(lines.get(0).cost()).as("1.5 × 1.25, rounded up").isEqualTo(188);
    assertThat(lines.get(1).cost()).isEqualTo(200);
    assertThat(lines.get(2).cost()).isNull();
    String item = "/v1/items/" + web.get("/v1/items").at("/data/0/id");
    web.send("PUT", item, "{'code':'CHEESE','names':{'en':'Cake'},'cost':'3'}").expect(200);
    assertThat(web.post("/v1/purchases", sale).expect(201).at("/id")).isEqualTo(sold.at("/id"));
  }

  @Test
  void membersReadTheNameOfACategory() {
    Club club = clubs.cafe();
    clubs.member(club, "+4915112345678");
    Web web = web(club);
    cake(web);
    clubs.live(
        club,
        """
        {'code':'base','name':{'en':'Sweet'},'trigger':{'on':'purchase'},
         'rules':[{'code':'main','when':[{'is':'category','any':['cake']}],'then':[
           {'do':'earn','unit':'points','amount':{'by':'step','each':'1.00','give':'1'}}]}]}
        """);
    String sale =
        """
        {'source':'t','externalId':'2','member':{'phone':'+4915112345678'},'currency':'EUR',
         'lines':[{'sku':'TEA','category':'tea','amount':'3'}]}
        """;
    String id = web.post("/v1/purchases", sale).expect(201).at("/id");
    String told = web.get("/v1/purchases/" + id + "/explanation").expect(200).text();
    assertThat(told).contains("Cakes");
    String farsi =
        web.get("/v1/purchases/" + id + "/explanation", "Accept-Language", "fa").expect(200).text();
    assertThat(farsi).contains("کیک‌ها");
    assertThat(web.get("/v1/program/guide").text()).contains("Cakes");
  }

  @Test
  void theOwnerKeepsItInTheConsole() {
    Club club = clubs.cafe();
    Visit owner = Visit.owner(port, club, access);
    assertThat(owner.get("/console/goods").body()).contains("No goods yet");
    owner.post("/console/goods/categories/new", "text/names/en", "Cakes", "text/code", "cake");
    String[] item = {
      "text/names/en", "Cheesecake", "text/category", "cake", "money/price", "۴٫۵۰",
      "lines/barcodes", "111\n222", "yes/favourite", "true", "yes/active", "true"
    };
    assertThat(owner.post("/console/goods/new", item).statusCode()).isEqualTo(303);
    String list = owner.get("/console/goods?q=cheese&category=cake").body();
    assertThat(list).contains("Cheesecake", "€4.50", "Cakes · cheesecake", "Favourite");
    Matcher path = Pattern.compile("/console/goods/itm_[a-z0-9]+").matcher(list);
    assertThat(path.find()).isTrue();
    String form = owner.get(path.group()).body();
    assertThat(form).contains("111\n222", "value=\"4.5\"");
    String[] worse = {
      "text/code", "cheesecake", "text/names/en", "", "money/price", "dear", "count/version", "1"
    };
    HttpResponse<String> refused = owner.post(path.group(), worse);
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("value=\"dear\"");
    String taken =
        owner.post("/console/goods/import", "csv", "code\tname\tprice\nTEA\tTea\t2\nX\t\t1").body();
    assertThat(Visit.read(taken)).contains("1 item added", "1 row left out");
    assertThat(owner.get("/console/search?q=chees").body()).contains(path.group());
    String seven =
        "code\tname\n" + "1 2 3 4 5 6 7".replaceAll("\\d", "T$0\tTart $0\n").replace(" ", "");
    owner.post("/console/goods/import", "csv", seven);
    assertThat(Visit.read(owner.get("/console/search?q=tart").body())).contains("More in Goods");
    assertThat(owner.get("/console/search?q=chees").body()).doesNotContain("/console/goods?q=");
    assertThat(owner.get("/console/goods/categories").body()).contains("Cakes");
    assertThat(owner.get("/console/goods/categories/edit?code=pie").statusCode()).isEqualTo(404);
  }

  @Test
  void tillsAreGivenWhatChangedAndNotWhatItCosts() {
    Club club = clubs.cafe();
    Web web = web(club);
    cake(web);
    Visit till = Visit.owner(port, club, access);
    JsonNode all = news(till, 0);
    assertThat(all.at("/items/0/names/ar").asString()).isEqualTo("Cheesecake");
    assertThat(all.at("/categories/0/name").asString()).isEqualTo("Cakes");
    assertThat(all.toString()).doesNotContain("cost", "1.25");
    long seen = all.at("/until").asLong();
    assertThat(news(till, seen).at("/items")).isEmpty();
    String item = "/v1/items/" + web.get("/v1/items").at("/data/0/id");
    web.send("PUT", item, "{'code':'CHEESE','names':{'en':'Cake'},'active':false}").expect(200);
    assertThat(news(till, seen).at("/items/0/active").asBoolean(true)).isFalse();
    assertThat(news(Visit.owner(port, clubs.cafe(), access), 0).at("/items")).isEmpty();
  }

  private static JsonNode news(Visit till, long since) {
    return JSON.readTree(
        till.get("/till/data/goods?since=" + since, "Accept", "application/json").body());
  }

  @Test
  void aLargeTableInPersianIsPasted() {
    Club club = clubs.cafe();
    Visit owner = Visit.owner(port, club, access);
    StringBuilder table = new StringBuilder("کد,نام\n");
    for (int at = 1; at <= 5000; at++) {
      table.append(at).append(",").append("کیک پنیر تازه ".repeat(10)).append('\n');
    }
    HttpResponse<String> taken = owner.post("/console/goods/import", "csv", table.toString());
    assertThat(taken.statusCode()).isEqualTo(200);
    assertThat(Visit.read(taken.body())).contains("5,000 items added");
    String huge = "x".repeat(3 * 1024 * 1024);
    assertThat(new Visit(port).post("/login", "login", huge).statusCode())
        .as("strangers send short forms")
        .isEqualTo(413);
  }
}
