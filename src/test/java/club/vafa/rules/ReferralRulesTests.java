package club.vafa.rules;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.rules.Facts.TriggerKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules about who was brought along, by whom, and what profiles hold. Today is 28 March 2026. */
class ReferralRulesTests {
  private static final Phrases PHRASES = new Phrases(new Sentences());
  private static final String BASKET = "LATTE coffee 2 9.00; CAKE cake 1 11.00";
  private static final String BONUS =
      "'then':[{'do':'earn','unit':'points','amount':{'by':'fixed','give':'200'}}]";

  @Test
  void aFriendIsNoticedOnlyWhileTheReferralStands() {
    Shop shop = new Shop().when("{'is':'referred'}");
    assertThat(Shop.text(shop.decide(BASKET))).isEmpty();
    assertThat(Shop.text(shop.referred().decide(BASKET))).isEqualTo("r +10 points");
    assertThat(Shop.text(shop.referred().anonymous().decide(BASKET))).isEmpty();
  }

  /** Held on the day itself, failed the day before and after, and for who has none. */
  @Test
  void aDayOfOnesOwnIsThatDayAlone() {
    Shop shop = new Shop().when("{'is':'ownDay'}");
    assertThat(Shop.text(shop.decide(BASKET))).isEmpty();
    assertThat(Shop.text(shop.ownDays("2026-03-28", "2026-05-01").decide(BASKET)))
        .isEqualTo("r +10 points");
    assertThat(Shop.text(shop.ownDays("2026-03-27", "2026-03-29").decide(BASKET))).isEmpty();
    assertThat(Shop.text(shop.ownDays("2026-03-28").anonymous().decide(BASKET))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0  | 2026-03-28 | true",
        "0  | 2026-03-27 | false",
        "30 | 2026-02-26 | true",
        "30 | 2026-02-25 | false",
        "30 | 2026-03-29 | false"
      })
  void aFriendIsNewForSoManyDays(int within, String joined, boolean held) {
    Shop shop = new Shop().when("{'is':'referred','within':" + within + "}").referred();
    assertThat(Shop.text(shop.joined(joined).decide(BASKET)).isEmpty()).isEqualTo(!held);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'is':'referred','within':-1}                     | /rules/0/when/0/within out_of_range",
        "{'is':'referred','within':'soon'}                 | /rules/0/when/0/within not_a_number",
        "{'is':'referred','by':'sara'}                     | /rules/0/when/0/by unknown_field",
        "{'is':'profileHas'}                               | /rules/0/when/0/all required",
        "{'is':'profileHas','all':[]}                      | /rules/0/when/0/all required",
        "{'is':'profileHas','all':['shoeSize']}            | /rules/0/when/0/all/0 unknown_value",
        "{'is':'profileHas','all':['email','consent:']}    | /rules/0/when/0/all/1 unknown_value",
        "{'is':'profileHas','all':['email','email']}       | /rules/0/when/0/all/1 duplicate",
        "{'is':'profileHas','all':'email'}                 | /rules/0/when/0/all wrong_type"
      })
  void whatMakesNoSenseIsRefused(String condition, String fault) {
    assertThat(
            Shop.faults(
                Shop.campaign(
                    "c",
                    "'trigger':{'on':'purchase'},'rules':[{'code':'r','when':["
                        + condition
                        + "],"
                        + BONUS
                        + "}]")))
        .isEqualTo(fault);
  }

  @Test
  void aProfileHasAllThatIsAskedFor() {
    Shop shop = new Shop().when("{'is':'profileHas','all':['birthDate','consent:news:sms']}");
    assertThat(Shop.text(shop.decide(BASKET))).isEmpty();
    assertThat(Shop.text(shop.profile("birthDate", "consent:news").decide(BASKET))).isEmpty();
    assertThat(
            Shop.text(
                shop.profile("birthDate", "email", "consent:news", "consent:news:sms")
                    .decide(BASKET)))
        .isEqualTo("r +10 points");
    assertThat(Shop.text(shop.anonymous().decide(BASKET))).isEmpty();
  }

  @Test
  void theGoodsOfAReferralAreTheFriends() {
    Shop shop =
        new Shop()
            .runsAs(
                "advocate",
                "'trigger':{'on':'referral'},'rules':[{'code':'r','when':["
                    + "{'is':'minimum','amount':'20'},{'is':'category','any':['coffee']}],"
                    + BONUS
                    + "},{'code':'share','then':[{'do':'earn','unit':'points',"
                    + "'amount':{'by':'percent','percent':'10'}}]}]")
            .on(TriggerKind.REFERRAL, "");
    assertThat(Shop.text(shop.decide(BASKET))).isEqualTo("r +200 points, share +2 points");
    assertThat(Shop.text(shop.decide("LATTE coffee 1 19.99"))).isEqualTo("share +1 points");
    assertThat(Shop.text(shop.decide("CAKE cake 9 90.00"))).isEqualTo("share +9 points");
    assertThat(Shop.text(shop.decide(""))).isEmpty();
    assertThat(Shop.text(shop.on(TriggerKind.PURCHASE, "").decide(BASKET))).isEmpty();
  }

  @Test
  void theAdvocateGetsNoDiscountOnTheFriendsGoods() {
    assertThat(
            Shop.faults(
                Shop.campaign(
                    "c",
                    "'trigger':{'on':'referral'},'rules':[{'code':'r','then':[{'do':'discount',"
                        + "'on':'basket','amount':{'by':'percent','percent':'10'}}]}]")))
        .isEqualTo("/rules/0/then/0/do not_with_trigger");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                                         | /rules/0/caps member_cap_needed",
        "',''caps'':[{''per'':''all'',''period'':''ever'',''uses'':1}]'       | /rules/0/caps member_cap_needed",
        "',''caps'':[{''per'':''member'',''period'':''ever'',''units'':''9''}]' | /rules/0/caps member_cap_needed",
        "',''caps'':[{''per'':''member'',''period'':''ever'',''uses'':1}]'    | ''"
      })
  void whatProfilesSetOffIsLimitedPerMember(String caps, String fault) {
    String trigger = "'trigger':{'on':'profile'},'rules':[{'code':'r',";
    assertThat(Shop.faults(Shop.campaign("c", trigger + BONUS + caps + "}]"))).isEqualTo(fault);
    assertThat(Shop.faults(Shop.campaign("c", trigger + BONUS + "}]" + caps))).isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN | When the member’s profile changes: 200 points when the profile holds a birth date and a consent (news, sms) (at most once per member).",
        "FA | وقتی پروندهٔ عضو تغییر کند: ۲۰۰ points، به شرط آن که در پروندهٔ عضو تاریخ تولد و رضایت (news, sms) ثبت شده باشد (حداکثر ۱ بار برای هر عضو).",
        "AR | عندما يتغير ملف العضو: 200 points إذا كان ملف العضو يتضمن تاريخ الميلاد والموافقة (news, sms) (مرة واحدة على الأكثر لكل عضو)."
      })
  void profilesAreSpokenOfInThreeLanguages(Language language, String sentence) {
    CampaignDefinition campaign =
        Shop.parse(
            Shop.campaign(
                "c",
                "'trigger':{'on':'profile'},'rules':[{'code':'r','when':[{'is':'profileHas',"
                    + "'all':['birthDate','consent:news:sms']}],"
                    + BONUS
                    + ",'caps':[{'per':'member','period':'ever','uses':1}]}]"));
    assertThat(PHRASES.campaign(language, campaign, Shop.WORDS)).isEqualTo("c. " + sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN | When a friend the member brought along buys something: 200 points when another member brought the member along, at most 30 days ago.",
        "FA | وقتی دوستی که عضو معرفی کرده خرید کند: ۲۰۰ points، به شرط آن که عضو دیگری این عضو را معرفی کرده و حداکثر ۳۰ روز از پیوستن گذشته باشد.",
        "AR | عندما يشتري صديق عرّفه العضو: 200 points إذا عرّف عضوٌ آخر هذا العضو، ولم يمضِ على انضمامه أكثر من 30 يومًا."
      })
  void referralsAreSpokenOfInThreeLanguages(Language language, String sentence) {
    CampaignDefinition campaign =
        Shop.parse(
            Shop.campaign(
                "c",
                "'trigger':{'on':'referral'},'rules':[{'code':'r','when':[{'is':'referred',"
                    + "'within':30}],"
                    + BONUS
                    + "}]"));
    assertThat(PHRASES.campaign(language, campaign, Shop.WORDS)).isEqualTo("c. " + sentence);
  }
}
