package club.vafa.earning;

import club.vafa.campaigns.Coupon;
import club.vafa.campaigns.CouponCode;
import club.vafa.campaigns.CouponCode.State;
import club.vafa.campaigns.Coupons;
import club.vafa.campaigns.Redemption;
import club.vafa.clubs.Club;
import club.vafa.kernel.Input;
import club.vafa.kernel.MemberId;
import club.vafa.rules.Decision.NotApplied;
import club.vafa.rules.Usage.Counter;
import club.vafa.rules.Usage.Used;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the coupons handed in on a sale before the rules do. The rules know coupons by name
 * alone; whose a code is, and whether it is still good, is settled here, in the order of the codes.
 * A code nobody has defined is handed on as it is.
 */
final class CouponDesk {
  private static final UUID NO_CAMPAIGN = new UUID(0, 0);
  private static final Used ONE = new Used(1, 0, 0);

  /** The coupons the rules get to see, by name, with the code that was handed in for each. */
  private final Map<String, String> handedIn;

  private final Map<String, CouponCode> good;
  private final List<NotApplied> refused;

  private final Round round;
  private final NewPurchase purchase;
  private final MemberId member;

  private CouponDesk(Round round, NewPurchase purchase, MemberId member) {
    this.round = round;
    this.purchase = purchase;
    this.member = member;
    // Most sales bring none.
    boolean any = !purchase.coupons().isEmpty();
    this.handedIn = any ? new LinkedHashMap<>() : Map.of();
    this.good = any ? new LinkedHashMap<>() : Map.of();
    this.refused = any ? new ArrayList<>() : List.of();
  }

  /** The codes of a sale as they are compared. */
  static Set<String> plain(NewPurchase purchase) {
    Set<String> plain = new TreeSet<>();
    purchase.coupons().forEach(code -> plain.add(Coupons.plain(code)));
    return plain;
  }

  /** The names of all that is handed in, good or not: what the rules may come to look at. */
  static Set<String> names(Map<String, CouponCode> known, NewPurchase purchase) {
    Set<String> names = new LinkedHashSet<>(purchase.coupons());
    for (String code : plain(purchase)) {
      CouponCode found = known.get(code);
      if (found != null) {
        names.add(found.coupon().code());
      }
    }
    return names;
  }

  /** The counters that deciding may look at or count in. */
  static Set<Counter> counters(Club club, Map<String, CouponCode> known, NewPurchase purchase) {
    Set<Counter> counters = new HashSet<>();
    for (String code : plain(purchase)) {
      CouponCode found = known.get(code);
      if (found != null) {
        counters.addAll(counters(club, found.coupon(), purchase.occurredAt()));
      }
    }
    return counters;
  }

  private static List<Counter> counters(Club club, Coupon coupon, Instant at) {
    return coupon.limits().stream().map(limit -> counter(club, coupon, limit, at)).toList();
  }

  private static Counter counter(Club club, Coupon coupon, Coupon.Limit limit, Instant at) {
    return limit.counter(coupon.id(), limit.period().since(club.day(at), club.calendar()));
  }

  static CouponDesk look(Round round, NewPurchase purchase, MemberId member) {
    CouponDesk desk = new CouponDesk(round, purchase, member);
    if (purchase.coupons().isEmpty()) {
      return desk;
    }
    Map<String, String> written = new HashMap<>();
    purchase.coupons().forEach(code -> written.putIfAbsent(Coupons.plain(code), code));
    for (String code : plain(purchase)) {
      CouponCode known = round.coupon(code);
      String raw = written.getOrDefault(code, code);
      if (known == null) {
        desk.handedIn.put(raw, raw);
      } else {
        desk.look(known, raw);
      }
    }
    return desk;
  }

  private void look(CouponCode code, String raw) {
    Map<String, Object> args = new HashMap<>();
    args.put("coupon", Input.shortened(raw));
    String reason = reason(code, args);
    if (reason.isEmpty()) {
      handedIn.put(code.coupon().code(), raw);
      good.put(code.coupon().code(), code);
    } else {
      refused.add(new NotApplied(NO_CAMPAIGN, "", reason, Map.copyOf(args)));
    }
  }

  /** Why a code is refused; empty when it is good. */
  private String reason(CouponCode code, Map<String, Object> args) {
    Instant at = purchase.occurredAt();
    if (!code.usable()) {
      return "coupon_unknown";
    }
    if (code.state() == State.CANCELLED || code.coupon().cancelled()) {
      return "coupon_cancelled";
    }
    if (!code.started(at)) {
      return "coupon_not_started";
    }
    if (code.state() == State.REDEEMED) {
      args.put("per", "code");
      return "coupon_used_up";
    }
    if (code.expired(at)) {
      return "coupon_expired";
    }
    if (code.hard() && !member.equals(code.member())) {
      return "coupon_not_yours";
    }
    if (code.heldByAnother(sale(purchase), round.now)) {
      return "coupon_held";
    }
    for (Coupon.Limit limit : code.coupon().limits()) {
      Counter counter = counter(round.club, code.coupon(), limit, at);
      if (round.used(member, counter).uses() >= limit.uses()) {
        args.put("per", limit.personal() ? "member" : "all");
        args.put("period", limit.period().name().toLowerCase(Locale.ROOT));
        return "coupon_used_up";
      }
    }
    return together(code, args) ? "" : "coupon_not_with_others";
  }

  static String sale(NewPurchase purchase) {
    return purchase.key().source() + "\n" + purchase.key().externalId();
  }

  /** Whether it may be used with those that came before it; of one coupon there is one code. */
  private boolean together(CouponCode code, Map<String, Object> args) {
    int others = handedIn.size();
    String clash = good.containsKey(code.coupon().code()) ? code.coupon().code() : null;
    Integer own = code.coupon().others();
    if (own != null && others > own) {
      clash = handedIn.keySet().iterator().next();
    }
    for (CouponCode before : good.values()) {
      Integer most = before.coupon().others();
      if (most != null && others > most) {
        clash = before.coupon().code();
      }
    }
    if (clash != null) {
      args.put("by", Input.shortened(handedIn.getOrDefault(clash, clash)));
    }
    return clash == null;
  }

  /** The coupons as the rules know them. */
  Set<String> names() {
    return handedIn.keySet();
  }

  /** The code handed in for each name, where that is not the name itself. */
  Map<String, String> codes() {
    if (handedIn.isEmpty()) {
      return Map.of();
    }
    Map<String, String> codes = new HashMap<>(handedIn);
    codes.entrySet().removeIf(entry -> entry.getKey().equals(entry.getValue()));
    return codes;
  }

  List<NotApplied> refused() {
    return refused;
  }

  /** Redeems those that brought something about. */
  List<Detail.Redeemed> redeem(UUID id, List<NotApplied> inVain) {
    if (good.isEmpty()) {
      return List.of();
    }
    List<Detail.Redeemed> redeemed = new ArrayList<>();
    good.forEach((name, code) -> {
      if (!named(inVain, name)) {
        List<Counter> counters = count(code.coupon());
        round.redeem(
            new Redemption(id, code.unique() ? code.redeemed(id) : code, member, round.now, null));
        redeemed.add(new Detail.Redeemed(code.code(), name, code.coupon().givenBack(), counters));
      }
    });
    return redeemed;
  }

  private List<Counter> count(Coupon coupon) {
    List<Counter> counters = new ArrayList<>();
    for (Coupon.Limit limit : coupon.limits()) {
      Counter counter = counter(round.club, coupon, limit, purchase.occurredAt());
      round.use(member, counter, ONE, new Used(limit.uses(), Long.MAX_VALUE, Long.MAX_VALUE));
      counters.add(counter);
    }
    return counters;
  }

  /**
   * Gives back the uses of a sale that came back so far that the coupon would bring nothing.
   *
   * @param inVain what the sale that is left would be told; null when nothing is left
   */
  static List<String> giveBack(
      Round round, ReturnDecider.Asked asked, Detail sold, @Nullable List<NotApplied> inVain) {
    Set<String> before = new HashSet<>();
    asked.sold().earlier().forEach(back -> before.addAll(back.coupons()));
    UUID purchase = asked.sold().purchase().id();
    List<String> given = new ArrayList<>();
    for (Detail.Redeemed one : sold.redeemed()) {
      CouponCode code = round.coupon(one.code());
      boolean over = inVain == null || named(inVain, one.name());
      if (over && one.givenBack() && code != null && !before.contains(one.code())) {
        one.counters().forEach(counter -> round.unuse(asked.bought(), counter, ONE));
        round.redeem(
            new Redemption(
                purchase,
                code.unique() ? code.redeemed(null) : code,
                asked.bought(),
                round.now,
                asked.id()));
        given.add(one.code());
      }
    }
    return given;
  }

  private static boolean named(List<NotApplied> inVain, String name) {
    return inVain.stream().anyMatch(one -> Input.shortened(name).equals(one.args().get("coupon")));
  }

  /** What is told of coupons: by the codes that were handed in, and with those refused here. */
  static List<NotApplied> told(
      List<NotApplied> notApplied, Map<String, String> codes, List<NotApplied> refused) {
    if (codes.isEmpty() && refused.isEmpty()) {
      return notApplied;
    }
    List<NotApplied> told = new ArrayList<>(refused);
    for (NotApplied one : notApplied) {
      String code = one.args().get("coupon") instanceof String name ? codes.get(name) : null;
      if (code == null) {
        told.add(one);
      } else {
        Map<String, Object> args = new HashMap<>(one.args());
        args.put("coupon", Input.shortened(code));
        told.add(new NotApplied(one.campaign(), one.rule(), one.code(), Map.copyOf(args)));
      }
    }
    return List.copyOf(told);
  }
}
