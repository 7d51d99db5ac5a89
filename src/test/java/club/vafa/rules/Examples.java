package club.vafa.rules;

import java.util.LinkedHashMap;
import java.util.Map;

/** One example of every kind of condition, amount and effect; the reference page shows them. */
final class Examples {
  static final Map<String, String> CONDITIONS = new LinkedHashMap<>();
  static final Map<String, String> AMOUNTS = new LinkedHashMap<>();
  static final Map<String, String> EFFECTS = new LinkedHashMap<>();

  static {
    condition("item", "'any':['LATTE','MOCHA']");
    condition("category", "'any':['coffee']");
    condition("contains", "'categories':['cake'],'quantity':'2'");
    condition("minimum", "'amount':'20','of':'matched'");
    condition("pieces", "'atLeast':'3','of':'basket'");
    condition("coupon", "'any':['WELCOME']");
    condition("branch", "'any':['tehran-1']");
    condition("terminal", "'any':['t1','t2']");
    condition("card", "'any':['vip']");
    condition("weekday", "'any':['sat','sun']");
    condition("hours", "'from':'22:00','to':'02:00'");
    condition("dates", "'from':'2026-03-21','to':'2026-04-02'");
    condition("season", "'from':'12-25','to':'01-13'");
    condition("dayOfMonth", "'any':[1,15]");
    condition("birthday", "'before':3,'after':3,'calendar':'jalali'");
    condition("firstVisit", "");
    condition("visit", "'every':10");
    condition("lastVisit", "'atLeast':30");
    condition("spent", "'atLeast':'1000'");
    condition("joined", "'within':30");
    condition("referred", "'within':90");
    condition("ownDay", "");
    condition("profileHas", "'all':['birthDate','email','consent:news:sms']");
    condition("tier", "'any':['silver','gold']");
    condition("segment", "'any':['regulars']");
    condition("plan", "'any':['plus']");
    condition("entitled", "'any':['free_delivery']");
    condition("attribute", "'name':'km','atLeast':'100'");
    condition("not", "'of':{'is':'category','any':['tobacco']}");
    condition("any", "'of':[{'is':'tier','any':['gold']},{'is':'weekday','any':['mon']}]");
    condition("all", "'of':[{'is':'category','any':['coffee']},{'is':'weekday','any':['mon']}]");

    amount("step", "'each':'10','give':'2'");
    amount("percent", "'percent':'5'");
    amount("fixed", "'give':'50'");
    amount("piece", "'each':'2','give':'1'");
    amount("attribute", "'name':'km','each':'10','give':'1'");
    amount(
        "ladder",
        "'of':'quantity','mode':'whole','steps':[{'from':'1','percent':'10'},"
            + "{'from':'2','percent':'17'}]");
    amount("multiplier", "'times':'2'");

    effect(
        "earn",
        "'unit':'points','amount':{'by':'step','each':'10','give':'2'},"
            + "'expires':{'months':12,'days':0,'endOf':'month'},'pending':{'days':14}");
    effect("stamp", "'unit':'stamps','count':1,'expires':'never','pending':'none'");
    effect("discount", "'on':'lines','amount':{'by':'percent','percent':'10'}");
    effect("cheapestFree", "'every':3,'free':1");
    effect("gift", "'sku':'MUG','name':'A mug','quantity':'1'");
    effect("voucher", "'reward':'free-coffee','count':1");
  }

  private Examples() {}

  private static void condition(String code, String fields) {
    CONDITIONS.put(code, object("is", code, fields));
  }

  private static void amount(String code, String fields) {
    AMOUNTS.put(code, object("by", code, fields));
  }

  private static void effect(String code, String fields) {
    EFFECTS.put(code, object("do", code, fields));
  }

  private static String object(String word, String code, String fields) {
    return "{'" + word + "':'" + code + "'" + (fields.isEmpty() ? "" : "," + fields) + "}";
  }

  /** The trigger a kind can be used with. */
  static String trigger(String needs) {
    return needs.equals("event") ? "{'on':'event','type':'checkup'}" : "{'on':'purchase'}";
  }

  /** A campaign around one condition. */
  static CampaignDefinition withCondition(Catalogue.Entry entry) {
    return campaign(
        entry.needs(),
        "'when':[" + CONDITIONS.get(entry.code()) + "],'then':[" + EFFECTS.get("stamp") + "]");
  }

  /** A campaign around one effect with one amount. */
  static CampaignDefinition withAmount(Catalogue.Entry entry) {
    return campaign(
        entry.needs(),
        "'then':[{'do':'earn','unit':'points','amount':" + AMOUNTS.get(entry.code()) + "}]");
  }

  static CampaignDefinition withEffect(Catalogue.Entry entry) {
    return campaign(entry.needs(), "'then':[" + EFFECTS.get(entry.code()) + "]");
  }

  private static CampaignDefinition campaign(String needs, String rule) {
    return Shop.parse(
        Shop.campaign(
            "example", "'trigger':" + trigger(needs) + ",'rules':[{'code':'r'," + rule + "}]"));
  }
}
