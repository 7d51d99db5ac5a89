package club.vafa.rules;

import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Outcome.Done;
import club.vafa.rules.Facts.Line;
import club.vafa.rules.Facts.Person;
import club.vafa.rules.Facts.Sale;
import club.vafa.rules.Facts.Standing;
import club.vafa.rules.Facts.TriggerKind;
import club.vafa.rules.Usage.Used;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random campaigns and sales that meet often enough to be worth comparing. */
final class RandomShop {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final Random random;

  RandomShop(long seed) {
    this.random = new Random(seed);
  }

  Program program(int campaigns) {
    List<LiveCampaign> live = new ArrayList<>();
    for (int at = 1; at <= campaigns; at++) {
      String json =
          "'trigger':"
              + pick("{'on':'purchase'}", "{'on':'purchase'}", "{'on':'return'}")
              + ",'lane':'"
              + pick("a", "b", "c")
              + "','exclusive':"
              + (random.nextInt(4) == 0)
              + ",'priority':"
              + random.nextInt(3)
              + (random.nextInt(5) == 0 ? ",'from':'2026-06-01T00:00:00Z'" : "")
              + ",'rules':["
              + some(1, 3, this::rule)
              + "]"
              + (random.nextInt(4) == 0
                  ? ",'caps':[{'per':'"
                      + pick("member", "all")
                      + "','period':'"
                      + period()
                      + "','uses':"
                      + random.nextInt(4)
                      + "}]"
                  : "")
              + (random.nextInt(4) == 0 ? ",'budget':{'money':'" + random.nextInt(30) + "'}" : "");
      // A return cannot become cheaper: such campaigns are refused and made again.
      if (new Definitions().parse(Shop.campaign("c" + at, json), Shop.WORDS)
          instanceof Done<CampaignDefinition>(CampaignDefinition campaign)) {
        live.add(new LiveCampaign(Shop.id(at), 1, campaign));
      } else {
        at--;
      }
    }
    return Program.compile(live, Shop.WORDS);
  }

  private String rule(int number) {
    String when = random.nextInt(6) == 0 ? "" : some(1, 3, at -> condition(2));
    String caps =
        random.nextInt(3) == 0
            ? ",'caps':[{'per':'"
                + pick("member", "all")
                + "','period':'"
                + period()
                + "','uses':"
                + random.nextInt(3)
                + ",'money':'"
                + random.nextInt(20)
                + "'},{'per':'sale','money':'5'}]"
            : "";
    return "{'code':'r" + number + "','when':[" + when + "],'then':[" + effect() + "]" + caps + "}";
  }

  private String effect() {
    String points = "{'do':'earn','unit':'points','amount':";
    return switch (random.nextInt(9)) {
      case 0 -> "{'do':'stamp','unit':'stamps'}";
      case 1 -> "{'do':'gift','sku':'G','name':'G'}";
      case 2 ->
          "{'do':'discount','on':'"
              + pick("lines", "basket")
              + "','amount':{'by':'percent','percent':'"
              + (1 + random.nextInt(40))
              + "'}}";
      case 3 ->
          "{'do':'discount','on':'"
              + pick("lines", "basket")
              + "','amount':{'by':'fixed','give':'"
              + (1 + random.nextInt(9))
              + "'}}";
      case 4 -> "{'do':'cheapestFree','every':" + (2 + random.nextInt(3)) + "}";
      case 5 -> points + "{'by':'multiplier','times':'" + (2 + random.nextInt(3)) + "'}}";
      case 6 ->
          "{'do':'earn','unit':'credit','amount':{'by':'percent','percent':'"
              + (1 + random.nextInt(20))
              + "'}}";
      default -> points + "{'by':'step','each':'" + (1 + random.nextInt(9)) + "','give':'2'}}";
    };
  }

  private String condition(int depth) {
    return switch (random.nextInt(depth > 0 ? 22 : 16)) {
      case 0, 1 -> "{'is':'item','any':[" + names("i", 12) + "]}";
      case 2, 3 -> "{'is':'category','any':[" + names("k", 5) + "]}";
      case 4 -> "{'is':'contains','items':[" + names("i", 12) + "]}";
      case 5 -> "{'is':'contains','categories':[" + names("k", 5) + "],'quantity':'2'}";
      case 6 -> "{'is':'branch','any':[" + names("b", 3) + "]}";
      case 7 -> "{'is':'terminal','any':[" + names("t", 3) + "]}";
      case 8 -> "{'is':'card','any':[" + names("c", 3) + "]}";
      case 9 -> "{'is':'tier','any':[" + names("t", 3) + "]}";
      case 10 -> "{'is':'segment','any':[" + names("s", 4) + "]}";
      case 11 -> "{'is':'weekday','any':['sat','sun','mon']}";
      case 12 -> "{'is':'coupon','any':[" + names("q", 4) + "]}";
      case 13 -> "{'is':'season','from':'11-01','to':'02-10'}";
      case 14 -> "{'is':'birthday','before':60,'after':60}";
      case 15 ->
          depth == 2
              ? "{'is':'minimum','amount':'" + (1 + random.nextInt(40)) + "','of':'matched'}"
              : "{'is':'visit','every':2}";
      case 19 ->
          "{'is':'hours','from':'"
              + (10 + random.nextInt(14))
              + ":30','to':'"
              + (10 + random.nextInt(14))
              + ":00'}";
      case 20 -> "{'is':'plan','any':[" + names("p", 3) + "]}";
      case 21 -> "{'is':'entitled','any':[" + names("e", 3) + "]}";
      case 16 -> "{'is':'not','of':" + condition(0) + "}";
      case 17 -> "{'is':'any','of':[" + condition(0) + ",{'is':'firstVisit'}]}";
      default -> "{'is':'all','of':[" + condition(0) + "]}";
    };
  }

  private String names(String prefix, int of) {
    Set<String> names = new HashSet<>();
    for (int at = 0; at <= random.nextInt(3); at++) {
      names.add("'" + prefix + random.nextInt(of) + "'");
    }
    return String.join(",", names);
  }

  private String period() {
    return pick("day", "week", "month", "year", "ever");
  }

  private String some(int least, int most, java.util.function.IntFunction<String> part) {
    return IntStream.range(0, least + random.nextInt(most - least + 1))
        .mapToObj(part)
        .distinct()
        .collect(Collectors.joining(","));
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  Facts facts(Usage usage) {
    List<Line> lines = new ArrayList<>();
    int count = random.nextInt(10) == 0 ? 80 : random.nextInt(6);
    for (int at = 0; at < count; at++) {
      lines.add(
          new Line(
              "i" + random.nextInt(12),
              "k" + random.nextInt(5),
              random.nextInt(8) == 0 ? random.nextInt(3_000) : 1_000L * random.nextInt(4),
              random.nextInt(9) == 0 ? -random.nextInt(500) : random.nextInt(2_000),
              null));
    }
    Set<String> coupons = new HashSet<>();
    for (int at = random.nextInt(3); at > 0; at--) {
      coupons.add(pick("q0", "Q1", " q2 ", "q3", "zz"));
    }
    Sale sale =
        new Sale(
            "b" + random.nextInt(3),
            "t" + random.nextInt(3),
            "c" + random.nextInt(3),
            lines,
            coupons,
            random.nextInt(3) == 0 ? random.nextInt(3_000) : 0);
    Person member =
        random.nextInt(20) == 0
            ? null
            : new Person(
                LocalDate.of(2025, 5, 5),
                random.nextInt(5) == 0 ? null : LocalDate.of(1990, 1 + random.nextInt(12), 9),
                new Standing(Set.of("t" + random.nextInt(3)), Set.of("s" + random.nextInt(4)))
                    .with(
                        random.nextBoolean() ? Set.of("p" + random.nextInt(2)) : Set.of(),
                        random.nextBoolean() ? Set.of("e" + random.nextInt(2)) : Set.of()),
                random.nextInt(9),
                random.nextInt(100_000),
                null,
                null);
    return new Facts(
        random.nextInt(5) == 0 ? TriggerKind.RETURN : TriggerKind.PURCHASE,
        "",
        START.plusSeconds(random.nextInt(365 * 86_400)),
        Shop.TEHRAN,
        CalendarKind.JALALI,
        sale,
        Map.of(),
        member,
        usage);
  }

  /** Counters that are partly used; the same counter always holds the same. */
  Usage usage() {
    int salt = random.nextInt();
    return counter -> {
      int hash = Math.floorMod(counter.hashCode() ^ salt, 5);
      return new Used(hash / 2, hash * 3, hash * 100L);
    };
  }
}
