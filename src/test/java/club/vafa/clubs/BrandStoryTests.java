package club.vafa.clubs;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.access.Access;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Visitors;
import club.vafa.testing.Visitors.Visitor;
import club.vafa.testing.Web;
import java.net.http.HttpResponse;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A club's own colour and logo, on everything that shows the club. */
@StoryTest
class BrandStoryTests {
  private static final String SVG =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>";

  private final TestClub clubs;
  private final Visitors visitors;
  private final int port;

  BrandStoryTests(TestClub clubs, Access access, @LocalServerPort int port) {
    this.clubs = clubs;
    this.visitors = new Visitors(clubs, access, port);
    this.port = port;
  }

  private static String base64(String text) {
    return Base64.getEncoder()
        .encodeToString(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void theOwnerChoosesColourAndLogoAndEveryPageWearsThem() {
    Club club = clubs.cafe();
    Visitor owner = visitors.owner(club);
    String page = "/console/settings/brand";
    assertThat(owner.page(page)).contains("type=\"file\"").doesNotContain("name=\"noLogo\"");
    Visitors.Upload logo = new Visitors.Upload("logo", "logo.svg", SVG);
    HttpResponse<String> tried =
        owner.upload(page + "/preview", logo, "own", "true", "color", "#7c3aed");
    assertThat(tried.body()).contains("#7c3aed", "data:image/png;base64,");
    assertThat(owner.page(page)).as("a preview keeps nothing").doesNotContain("#7c3aed");
    assertThat(owner.upload(page, logo, "own", "true", "color", "#7c3aed").statusCode())
        .isEqualTo(303);
    String place = "/club/" + club.code() + "/brand/1/";
    assertThat(owner.page(page)).contains(place + "sheet.css", place + "mark.png", "Last changed");
    assertThat(owner.page("/club/" + club.code()))
        .contains(place + "sheet.css", place + "mark.png", place + "share.png")
        .contains("content=\"#7c3aed\"");
    assertThat(owner.page("/club/" + club.code() + "/manifest.webmanifest"))
        .contains("#7c3aed", place + "icon-512.png");
    assertThat(owner.page("/till/manifest.webmanifest")).contains(place + "icon-192.png");
    assertThat(owner.data("/till/data/desk")).contains("data:image/png", "#7c3aed");
    HttpResponse<String> guide = owner.get("/console/guide");
    assertThat(guide.body()).contains("#7c3aed", "data:image/png");
    assertThat(guide.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("img-src data:");
    for (String file : new String[] {"logo.png", "mark.png", "icon-192.png", "share.png"}) {
      HttpResponse<String> picture = owner.get(place + file);
      assertThat(picture.statusCode()).isEqualTo(200);
      assertThat(picture.headers().firstValue("Content-Type")).contains("image/png");
      assertThat(picture.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
      assertThat(picture.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
      assertThat(picture.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'");
    }
    assertThat(owner.get(place + "other.png").statusCode()).isEqualTo(404);
    assertThat(owner.get("/club/" + club.code() + "/brand/9/logo.png").statusCode()).isEqualTo(404);
    assertThat(owner.done(page + "/undo")).isEqualTo(page);
    assertThat(owner.page("/club/" + club.code())).doesNotContain("brand/");
  }

  @Test
  void whatIsNoLogoIsRefusedWithAReason() {
    Visitor owner = visitors.owner(clubs.cafe());
    String page = "/console/settings/brand";
    Visitors.Upload script = new Visitors.Upload("logo", "a.svg", SVG.replace("path", "script"));
    HttpResponse<String> refused = owner.upload(page, script, "own", "true", "color", "#123456");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("“script”");
    Visitors.Upload large = new Visitors.Upload("logo", "a.svg", "x".repeat(1024 * 1024 + 1));
    assertThat(owner.upload(page, large).body()).contains("1,024 KB");
    Visitors.Upload huge = new Visitors.Upload("logo", "a.svg", "x".repeat(5 * 1024 * 1024));
    assertThat(owner.upload(page, huge).statusCode()).isEqualTo(413);
    assertThat(owner.refused(page, "own", "true", "color", "red")).contains("hexadecimal");
    Visitor cashier = visitors.staff(clubs.cafe(), "cashier");
    assertThat(cashier.post(page, "own", "true", "color", "#123456").statusCode()).isEqualTo(403);
  }

  @Test
  void programsChangeItOverTheApi() {
    Club club = clubs.cafe();
    Web api = new Web(port, clubs.key(club, "web"));
    assertThat(api.get("/v1/brand").expect(200).at("/version")).isEqualTo("0");
    String body = "{'color':'#FCD34D','logo':'%s'}".formatted(base64(SVG));
    Web.Answer changed = api.send("PATCH", "/v1/brand", body).expect(200);
    assertThat(changed.at("/color")).isEqualTo("#fcd34d");
    assertThat(changed.at("/light/onFill")).isEqualTo("#000000");
    assertThat(changed.at("/logo")).isEqualTo("/club/" + club.code() + "/brand/1/logo.png");
    assertThat(api.send("PATCH", "/v1/brand", body).expect(200).at("/version"))
        .as("twice")
        .isEqualTo("1");
    assertThat(api.send("PATCH", "/v1/brand", "{'logo':null}").expect(200).at("/color"))
        .isEqualTo("#fcd34d");
    assertThat(api.post("/v1/brand/undo", "").expect(200).at("/logo")).contains("/brand/3/");
    api.send("PATCH", "/v1/brand", "{'color':'pink'}").expect(422);
    api.send("PATCH", "/v1/brand", "{'logo':'%%%'}").expect(422);
    api.send("PATCH", "/v1/brand", "{'logo':'" + base64("<svg><script/></svg>") + "'}").expect(422);
    api.send("PATCH", "/v1/brand", "{'colour':'#123456'}").expect(400);
    new Web(port, clubs.key(clubs.cafe(), "web")).post("/v1/brand/undo", "").expect(409);
  }
}
