package club.vafa.campaigns.web;

import club.vafa.campaigns.Coupon;
import club.vafa.kernel.Language;
import club.vafa.rules.Usage.Period;
import club.vafa.ui.Fact;
import club.vafa.ui.Mark;
import club.vafa.ui.Screen;
import club.vafa.ui.Tone;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Coupons in the words of a page. */
public record CouponWords(Screen screen) {
  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  String name(Coupon coupon) {
    Map<Language, String> names = coupon.names();
    return names.getOrDefault(screen.language(), names.getOrDefault(Language.EN, coupon.code()));
  }

  Mark mark(Coupon coupon) {
    return coupon.cancelled()
        ? new Mark(screen.text("coupons.state.cancelled"), Tone.BAD)
        : new Mark(screen.text("coupons.state.active"), Tone.GOOD);
  }

  String about(Coupon coupon) {
    return screen.text("coupons.kind." + lower(coupon.kind())) + " · " + time(coupon);
  }

  private String time(Coupon coupon) {
    if (coupon.until() != null) {
      return screen.text("coupons.until.day", "day", screen.day(coupon.until().minusMillis(1)));
    }
    return screen.text("coupons.endless");
  }

  List<Fact> facts(Coupon coupon) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact(screen.text("coupons.code"), coupon.code(), true));
    facts.add(
        new Fact(screen.text("coupons.kind"), screen.text("coupons.kind." + lower(coupon.kind()))));
    if (coupon.from() != null) {
      facts.add(new Fact(screen.text("coupons.from"), screen.day(coupon.from())));
    }
    facts.add(new Fact(screen.text("coupons.until"), time(coupon)));
    for (Coupon.Limit limit : coupon.limits()) {
      facts.add(
          new Fact(
              screen.text(limit.personal() ? "coupons.limit.member" : "coupons.limit.all"),
              screen.text(
                  "coupons.limit.told",
                  "uses",
                  limit.uses(),
                  "period",
                  screen.text("coupons.period." + lower(limit.period())))));
    }
    if (coupon.others() != null) {
      facts.add(
          new Fact(screen.text("coupons.others"), screen.number(coupon.others().longValue())));
    }
    facts.add(
        new Fact(
            screen.text("coupons.returns"),
            screen.text(
                coupon.givenBack() ? "coupons.returns.give_back" : "coupons.returns.keep")));
    return facts;
  }

  public Map<String, String> kinds() {
    return choices("coupons.kind.", "shared", "unique");
  }

  public Map<String, String> returns() {
    return choices("coupons.returns.", "give_back", "keep");
  }

  public Map<String, String> sides() {
    return choices("coupons.limit.", "all", "member");
  }

  public Map<String, String> alphabets() {
    return choices("coupons.alphabet.", "clear", "digits");
  }

  public Map<String, String> periods() {
    Map<String, String> periods = new LinkedHashMap<>();
    for (Period period : Period.values()) {
      periods.put(lower(period), screen.text("coupons.period." + lower(period)));
    }
    return periods;
  }

  private Map<String, String> choices(String key, String... codes) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (String code : codes) {
      choices.put(code, screen.text(key + code));
    }
    return choices;
  }
}
