package club.vafa.rules.bench;

import club.vafa.rules.Facts;
import club.vafa.rules.bench.Promotions.Promotion;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message.Level;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionsPool;

/** The same promotions as Drools rules. */
public final class DroolsPromotions {
  private final KieBase base;
  private final KieSessionsPool pool;
  private final Results results = new Results();

  /** A cart as Drools likes it: a bean. */
  public static final class Cart {
    private final String branch;
    private final String tier;
    private final Set<String> segments;
    private final Set<String> coupons;
    private final int weekday;
    private final int minute;
    private final long visit;
    private final long total;

    Cart(Facts facts) {
      var sale = Objects.requireNonNull(facts.sale());
      var member = Objects.requireNonNull(facts.member());
      LocalDateTime local = LocalDateTime.ofInstant(facts.at(), facts.zone());
      branch = sale.branch();
      tier = String.join(",", member.standing().tiers());
      segments = member.standing().segments();
      coupons = sale.coupons();
      weekday = local.getDayOfWeek().getValue();
      minute = local.getHour() * 60 + local.getMinute();
      visit = member.visits() + 1;
      total = sale.lines().stream().mapToLong(Facts.Line::amount).sum();
    }

    public String getBranch() {
      return branch;
    }

    public String getTier() {
      return tier;
    }

    public Set<String> getSegments() {
      return segments;
    }

    public Set<String> getCoupons() {
      return coupons;
    }

    public int getWeekday() {
      return weekday;
    }

    public int getMinute() {
      return minute;
    }

    public long getVisit() {
      return visit;
    }

    public long getTotal() {
      return total;
    }
  }

  /** A line as a bean. */
  public static final class Goods {
    private final String sku;
    private final String category;
    private final long quantity;
    private final long amount;

    Goods(Facts.Line line) {
      sku = line.sku();
      category = line.category();
      quantity = line.quantity();
      amount = line.amount();
    }

    public String getSku() {
      return sku;
    }

    public String getCategory() {
      return category;
    }

    public long getQuantity() {
      return quantity;
    }

    public long getAmount() {
      return amount;
    }
  }

  /** Where rules put what they award. */
  public static final class Results {
    private final Map<String, Long> points = new HashMap<>();

    public void add(String rule, long awarded) {
      if (awarded > 0) {
        points.put(rule, awarded);
      }
    }
  }

  DroolsPromotions(int rules) {
    KieServices services = KieServices.Factory.get();
    KieFileSystem files = services.newKieFileSystem();
    files.write("src/main/resources/club/vafa/bench/promotions.drl", drl(rules));
    KieBuilder builder = services.newKieBuilder(files).buildAll();
    if (builder.getResults().hasMessages(Level.ERROR)) {
      throw new IllegalStateException(builder.getResults().toString());
    }
    base = services.newKieContainer(services.getRepository().getDefaultReleaseId()).getKieBase();
    pool = base.newKieSessionsPool(1);
  }

  private static String drl(int rules) {
    StringBuilder drl =
        new StringBuilder(
            """
            package club.vafa.bench
            import club.vafa.rules.bench.DroolsPromotions.Cart
            import club.vafa.rules.bench.DroolsPromotions.Goods
            global club.vafa.rules.bench.DroolsPromotions.Results results
            """);
    for (int at = 0; at < rules; at++) {
      Promotion promotion = Promotion.of(at, rules);
      drl.append("rule \"r").append(at).append("\"\nwhen\n  ").append(when(promotion));
      drl.append("\nthen\n  results.add(\"r").append(at).append("\", ").append(then(promotion));
      drl.append(");\nend\n");
    }
    return drl.toString();
  }

  private static String when(Promotion promotion) {
    String value = promotion.value();
    return switch (promotion.kind()) {
      case 0 -> goods("category == \"" + value + "\"");
      case 1 ->
          "Cart(weekday == 6 || weekday == 1 || weekday == 3)\n  "
              + goods("category == \"" + value + "\"");
      case 2 -> goods("sku == \"" + value + "\"");
      case 3 -> "Cart(minute >= 480, minute < 840)\n  " + goods("sku == \"" + value + "\"");
      case 4 -> "Cart(branch == \"" + value + "\", total >= 30000, $a : total)";
      case 5 -> "Cart(tier == \"" + value + "\")";
      case 6 -> "Cart(segments contains \"" + value + "\", $a : total)";
      case 7 -> "Cart(visit % " + (promotion.b() + 3) + " == 0)";
      case 8 -> "Cart(coupons contains \"" + value + "\")";
      default ->
          "Cart(minute >= "
              + (10 + promotion.a()) * 60
              + ", minute < "
              + (11 + promotion.a()) * 60
              + ")";
    };
  }

  private static String goods(String condition) {
    return "accumulate(Goods("
        + condition
        + ", $m : amount, $q : quantity);"
        + " $a : sum($m), $n : sum($q); $a > 0)";
  }

  private static String then(Promotion promotion) {
    long a = promotion.a();
    long b = promotion.b();
    return switch (promotion.kind()) {
      case 0, 3 -> "$a.longValue() / " + a * 100 + "L * " + b + "L";
      case 1 -> "$a.longValue() * " + a + "L / 100L";
      case 4, 6 -> "$a * " + a + "L / 100L";
      case 2 -> "$n.longValue() * " + b + "L / 1000L";
      default -> a * b + "L";
    };
  }

  /** A session from Drools' own pool, which resets and keeps it. */
  Map<String, Long> inPooledSession(Facts facts) {
    return run(pool.newKieSession(), facts);
  }

  /** A session of its own for each cart. */
  Map<String, Long> inOwnSession(Facts facts) {
    return run(base.newKieSession(), facts);
  }

  private Map<String, Long> run(KieSession session, Facts facts) {
    results.points.clear();
    session.setGlobal("results", results);
    session.insert(new Cart(facts));
    for (Facts.Line line : Objects.requireNonNull(facts.sale()).lines()) {
      session.insert(new Goods(line));
    }
    session.fireAllRules();
    session.dispose();
    return results.points;
  }
}
