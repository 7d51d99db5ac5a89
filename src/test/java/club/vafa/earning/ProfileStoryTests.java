package club.vafa.earning;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Points for a profile that is complete: once, whatever is emptied and filled again. */
@StoryTest
@Import({TestClub.class, ReferralClub.class})
class ProfileStoryTests {
  private final ReferralClub shop;
  @LocalServerPort private int port;

  ProfileStoryTests(ReferralClub shop) {
    this.shop = shop;
  }

  @BeforeEach
  void open() {
    shop.open(port);
    shop.live(
        """
        {'code':'complete','name':{'en':'Complete'},'trigger':{'on':'profile'},
         'rules':[{'code':'all','when':[{'is':'profileHas',
             'all':['birthDate','email','consent:news:sms','attribute:size']}],
           'then':[{'do':'earn','unit':'points','amount':{'by':'fixed','give':'50'}}],
           'caps':[{'per':'member','period':'ever','uses':1}]}]}
        """);
    shop.member("sara");
  }

  private long changed(String fields) {
    shop.web.send("PATCH", "/v1/members/" + shop.id("sara"), "{" + fields + "}").expect(200);
    shop.settle();
    return shop.points("sara");
  }

  @Test
  void aProfileIsCompleteOnce() {
    assertThat(changed("'birthDate':'1990-06-15','attributes':{'size':'m'}")).isZero();
    assertThat(changed("'email':'sara@x.de'")).isZero();
    assertThat(changed("'consents':[{'purpose':'news','channel':'mail','given':true}]")).isZero();
    assertThat(changed("'consents':[{'purpose':'news','channel':'sms','given':true}]"))
        .isEqualTo(50);
    assertThat(changed("'email':null")).isEqualTo(50);
    assertThat(changed("'email':'sara@x.de'")).as("filled again").isEqualTo(50);
    assertThat(changed("'firstName':'Sara'")).isEqualTo(50);
    shop.settle();
    assertThat(shop.points("sara")).isEqualTo(50);
    shop.assertBooksHold();
  }

  @Test
  void whatIsTakenBackOrEmptyDoesNotCount() {
    assertThat(
            changed(
                "'birthDate':'1990-06-15','email':'sara@x.de','attributes':{'size':null},"
                    + "'consents':[{'purpose':'news','channel':'sms','given':true}]"))
        .isZero();
    assertThat(changed("'consents':[{'purpose':'news','channel':'sms','given':false}]")).isZero();
    assertThat(changed("'attributes':{'size':'m'}")).isZero();
    assertThat(changed("'consents':[{'purpose':'news','channel':'sms','given':true}]"))
        .isEqualTo(50);
  }

  @Test
  void whoJoinsWithACompleteProfileHasItAtOnce() {
    String id =
        shop.web
            .post(
                "/v1/members",
                """
                {'phone':'+4915188888888','birthDate':'1990-06-15','email':'omid@x.de',
                 'attributes':{'size':'m'},
                 'consents':[{'purpose':'news','channel':'sms','given':true}]}
                """)
            .expect(201)
            .at("/id");
    shop.settle();

    var wallets = shop.web.get("/v1/members/" + id + "/wallets").expect(200);

    assertThat(wallets.at("/data/0/active")).isEqualTo("50");
  }

  @Test
  void aSaleMayAskForTheProfileToo() {
    shop.live(
        """
        {'code':'known','name':{'en':'Known'},'trigger':{'on':'purchase'},
         'rules':[{'code':'ten','when':[{'is':'profileHas','all':['birthDate']}],
           'then':[{'do':'discount','on':'basket','amount':{'by':'percent','percent':'10'}}]}]}
        """);
    assertThat(shop.buys("sara", "10.00")).isEqualTo("10");
    changed("'birthDate':'1990-06-15'");
    assertThat(shop.buys("sara", "10.00")).isEqualTo("9");
  }
}
