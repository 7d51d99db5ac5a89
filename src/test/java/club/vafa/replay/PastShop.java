package club.vafa.replay;

import club.vafa.activity.NaturalKey;
import club.vafa.activity.Purchase;
import club.vafa.activity.Return;
import club.vafa.clubs.Club;
import club.vafa.earning.Earning;
import club.vafa.earning.MemberRef;
import club.vafa.earning.NewPurchase;
import club.vafa.earning.NewReturn;
import club.vafa.earning.Recorded;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Fingerprint;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A random shop: the same seed sells the same goods on the same days, whatever the program. */
final class PastShop {
  private static final List<String> DOCUMENTS =
      List.of(
          "'rules':[{'code':'r','then':[{'do':'earn','unit':'points',"
              + "'amount':{'by':'step','each':'%1$d','give':'%2$d'}}]}]",
          "'rules':[{'code':'r','when':[{'is':'category','any':['k1','k2']}],'then':[{'do':'earn',"
              + "'unit':'credit','amount':{'by':'percent','percent':'%2$d'}}],"
              + "'caps':[{'per':'member','period':'month','units':'%1$d'}]}]",
          "'rules':[{'code':'r','when':[{'is':'visit','every':%2$d}],'then':[{'do':'discount',"
              + "'on':'basket','amount':{'by':'percent','percent':'%1$d'}}]}]",
          "'rules':[{'code':'r','when':[{'is':'item','any':['i1','i3']}],'then':[{'do':'stamp',"
              + "'unit':'stamps'}],'caps':[{'per':'member','period':'day','uses':1}]}]",
          "'rules':[{'code':'r','then':[{'do':'earn','unit':'points',"
              + "'amount':{'by':'fixed','give':'%1$d'}}]}],'budget':{'units':'%3$d'}",
          "'rules':[{'code':'r','when':[{'is':'spent','atLeast':'%1$d'}],'then':[{'do':'earn',"
              + "'unit':'points','amount':{'by':'multiplier','times':'2'}}]}]",
          "'rules':[{'code':'r','when':[{'is':'coupon','any':['Q']}],'then':[{'do':'discount',"
              + "'on':'basket','amount':{'by':'fixed','give':'%2$d'}}],"
              + "'caps':[{'per':'all','period':'week','uses':2}]}]");

  /** What tiers bring; written for sets of {@link #tiers}. */
  private static final List<String> FOR_TIERS =
      List.of(
          "{'code':'t1','name':{'en':'T'},'trigger':{'on':'purchase'},'rules':[{'code':'r',"
              + "'when':[{'is':'tier','any':['gold']}],'then':[{'do':'earn','unit':'points',"
              + "'amount':{'by':'multiplier','times':'2'}}]}]}",
          "{'code':'t2','name':{'en':'T'},'trigger':{'on':'purchase'},'rules':[{'code':'r',"
              + "'when':[{'is':'tier','any':['often','silver']}],'then':[{'do':'earn',"
              + "'unit':'credit','amount':{'by':'percent','percent':'3'}}]}]}");

  private final Earning earning;
  private final Club club;
  private final List<MemberId> members;
  private final Random random;
  private final List<Recorded<Purchase>> sold = new ArrayList<>();
  private Instant at;
  private int number;
  private @Nullable Clock clock;
  private List<String> coupons = List.of("Q");

  PastShop(Earning earning, Club club, List<MemberId> members, long seed, Instant start) {
    this.earning = earning;
    this.club = club;
    this.members = members;
    this.random = new Random(seed);
    this.at = start;
  }

  /** The same shop, at whose time the clock stands: whatever Vafa does by itself is in time. */
  PastShop at(Clock moved) {
    clock = moved;
    return this;
  }

  /** The same shop, where these codes are handed in, one now and then. */
  PastShop handing(List<String> codes) {
    coupons = List.copyOf(codes);
    return this;
  }

  /** Random campaigns, written with single quotes. */
  static List<String> program(long seed, boolean shared) {
    Random random = new Random(seed);
    List<String> program = new ArrayList<>();
    for (String document : DOCUMENTS) {
      boolean sharing = document.contains("budget") || document.contains("'all'");
      if (random.nextInt(4) > 0 && (shared || !sharing)) {
        program.add(
            ("{'code':'c" + program.size() + "','name':{'en':'C'},'trigger':{'on':'purchase'},")
                + document.formatted(
                    2 + random.nextInt(8), 2 + random.nextInt(4), 5 + random.nextInt(90))
                + "}");
      }
    }
    return program;
  }

  /** Random sets of tiers with their codes, and last what they bring, in single quotes. */
  static List<String> tiers(long seed) {
    Random random = new Random(seed);
    List<String> sets = new ArrayList<>();
    sets.add(
        ("{'code':'metals','names':{'en':'M'},'period':{'kind':'rolling','days':%d},"
                + "'keep':{'until':'months','months':1},'down':{'mode':'%s','graceDays':%d},"
                + "'tiers':[{'code':'iron','names':{'en':'I'}},"
                + "{'code':'silver','names':{'en':'S'},'needs':[{'by':'%s','atLeast':'%d'}]},"
                + "{'code':'gold','names':{'en':'G'},'needs':[{'by':'%4$s','atLeast':'%d'}]}]}")
            .formatted(
                5 + random.nextInt(30),
                random.nextBoolean() ? "one_step" : "recompute",
                random.nextInt(4),
                random.nextBoolean() ? "spend" : "visits",
                1 + random.nextInt(3),
                4 + random.nextInt(4)));
    sets.add(
        ("{'code':'points','names':{'en':'P'},'match':'all','period':{'kind':'calendar',"
                + "'of':'month'},'keep':{'until':'%s'},'up':'%s',"
                + "'tiers':[{'code':'often','names':{'en':'O'},"
                + "'needs':[{'by':'earned','unit':'points','atLeast':'%d'}]}]}")
            .formatted(
                random.nextBoolean() ? "end_of_period" : "end_of_next_period",
                random.nextBoolean() ? "at_once" : "period_end",
                5 + random.nextInt(60)));
    return sets;
  }

  static List<String> forTiers() {
    return FOR_TIERS;
  }

  void live(int steps) {
    for (int step = 0; step < steps; step++) {
      at = at.plusSeconds(1 + random.nextInt(80_000));
      if (clock != null) {
        clock.moveTo(at);
      }
      boolean back = random.nextInt(4) == 0;
      int which = random.nextInt(1_000_000);
      if (back && !sold.isEmpty()) {
        giveBack(sold.get(which % sold.size()));
      } else {
        buy(which);
      }
    }
  }

  private void buy(int which) {
    List<NewPurchase.Line> lines = new ArrayList<>();
    for (int line = random.nextInt(3); line >= 0; line--) {
      long amount = random.nextInt(6_000);
      lines.add(
          new NewPurchase.Line(
              "i" + random.nextInt(5),
              "Good",
              "k" + random.nextInt(4),
              1_000L * (1 + random.nextInt(3)),
              null,
              amount,
              random.nextBoolean() ? Long.valueOf(amount / 2) : null));
    }
    boolean coupon = random.nextInt(5) == 0;
    long wanted = 1 + random.nextInt(40);
    boolean pays = random.nextInt(3) == 0;
    MemberRef member =
        new MemberRef(MemberRef.Kind.ID, members.get(which % members.size()).toString());
    Outcome<Recorded<Purchase>> paid = sell(member, lines, coupon, pays ? wanted : 0);
    if (!(paid instanceof Done<Recorded<Purchase>>)) {
      paid = sell(member, lines, coupon, 0);
    }
    if (paid instanceof Done<Recorded<Purchase>>(Recorded<Purchase> done)) {
      sold.add(done);
    }
  }

  private Outcome<Recorded<Purchase>> sell(
      MemberRef member, List<NewPurchase.Line> lines, boolean coupon, long points) {
    NaturalKey key = new NaturalKey("till", "p" + number++);
    return earning.purchase(
        club.id(),
        new NewPurchase(
                key,
                member,
                at,
                null,
                null,
                null,
                lines,
                coupon ? Set.of(coupons.get(number % coupons.size())) : Set.of(),
                points == 0 ? List.of() : List.of(new NewPurchase.Payment.Wallet("points", points)),
                NewPurchase.NO_HASH,
                null)
            .fingerprinted(at));
  }

  private void giveBack(Recorded<Purchase> from) {
    List<Return.Line> lines = random.nextBoolean() ? List.of() : List.of(new Return.Line(0, 1_000));
    String name = "r" + number++;
    earning.giveBack(
        club.id(),
        from.activity().id(),
        new NewReturn(name, lines, at, Fingerprint.of(name), "test"));
  }
}
