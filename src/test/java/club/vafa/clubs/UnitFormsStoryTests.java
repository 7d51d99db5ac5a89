package club.vafa.clubs;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import club.vafa.testing.Web;
import club.vafa.testing.Web.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The names of units agree with the numbers beside them, from the API to the sentences. */
@StoryTest
class UnitFormsStoryTests {
  private static final String POINTS =
      """
      {'code':'points','kind':'points','mayOwe':true,'names':{'en':'points','ar':'نقاط'},
       'forms':{'ar':{'many':'نقطة','few':'نقاط','one':'نقطة','two':'نقطتان','other':'نقطة'},
         'en':{'one':'point'}}}
      """;

  private final TestClub founding;
  private final int port;

  UnitFormsStoryTests(TestClub founding, @LocalServerPort int port) {
    this.founding = founding;
    this.port = port;
  }

  @Test
  void sentencesCountAsTheirLanguageDoes() {
    Club club = founding.cafe();
    Web web = new Web(port, founding.key(club));
    Answer plain = web.get("/v1/units").expect(200);
    assertThat(plain.text()).doesNotContain("forms");
    Answer changed = web.send("PUT", "/v1/units/points", POINTS).expect(200);
    assertThat(changed.at("/forms/en/one")).isEqualTo("point");
    assertThat(changed.text())
        .contains("\"forms\":{\"en\":{\"one\":\"point\"},\"ar\":{\"one\":\"نقطة\",\"two\":");
    for (int give : new int[] {1, 2, 3, 11, 100}) {
      founding.live(club, campaign(give));
    }
    String english = web.get("/v1/program/guide?language=en").expect(200).text();
    String arabic = web.get("/v1/program/guide?language=ar").expect(200).text();
    String persian = web.get("/v1/program/guide?language=fa").expect(200).text();
    assertThat(english)
        .contains("1 point for each 10 euros", "2 points for each", "100 points for each");
    assertThat(arabic).contains("1 نقطة", "2 نقطتان", "3 نقاط", "11 نقطة", "100 نقطة");
    assertThat(persian).contains("۱ points");
    String without = POINTS.replaceFirst("'forms'.*\n.*", "'decimals':0}");
    Answer bare = web.send("PUT", "/v1/units/points", without);
    assertThat(bare.expect(200).text()).doesNotContain("forms");
  }

  private static String campaign(int give) {
    return """
    {'code':'give-%1$d','name':{'en':'%1$d'},'trigger':{'on':'purchase'},'rules':[{'code':'all',
     'then':[{'do':'earn','unit':'points','amount':{'by':'step','each':'10','give':'%1$d'}}]}]}
    """
        .formatted(give);
  }

  @Test
  void whatIsTooLittleIsToldInTheReadersWords() {
    Club club = founding.cafe();
    Web web = new Web(port, founding.key(club));
    web.send("PUT", "/v1/units/points", POINTS).expect(200);
    String member = founding.member(club, "+4915111111111").toString();
    String entries = "/v1/members/" + member + "/adjustments";
    web.post(entries, "{'unit':'points','amount':'1','reason':'welcome'}").expect(201);
    String hold = "/v1/holds";
    String wish = "{'member':{'id':'" + member + "'},'unit':'points','amount':'5'}";
    assertThat(web.post(hold, wish).text()).contains("1 point can be spent");
    assertThat(web.post(hold, wish, "Accept-Language", "ar").text()).contains("1 نقطة");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'de':{'one':'Punkt'}}             | /forms        | unknown_value
          {'en':{'single':'point'}}          | /forms/en     | unknown_value
          {'ar':{'one':' '}}                 | /forms/ar/one | required
          {'ar':{'few':'\\u0007'}}            | /forms/ar/few | invalid_characters
          """,
      quoteCharacter = '`')
  void whatIsNoFormIsRefused(String forms, String pointer, String code) {
    Web web = new Web(port, founding.key(founding.cafe()));
    Answer refused =
        web.post("/v1/units", "{'code':'stars','names':{'en':'stars'},'forms':" + forms + "}");
    assertThat(refused.expect(422).at("/errors/0/pointer")).isEqualTo(pointer);
    assertThat(refused.at("/errors/0/code")).isEqualTo(code);
  }
}
