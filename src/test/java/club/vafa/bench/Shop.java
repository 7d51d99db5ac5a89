package club.vafa.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A shop with members, branches and goods, and the purchases its members make: three lines each,
 * anybody at any branch, one in ten with a coupon. The same seed gives the same purchases.
 */
final class Shop {
  static final String CURRENCY = "EUR";
  static final int BRANCHES = 8;
  static final int CATEGORIES = 24;
  private static final int GOODS = 240;
  private static final int BASKETS = 4096;
  private static final int LINES = 3;
  private static final long FIRST_PHONE = 9_120_000_000L;
  private static final List<String> FIRST_NAMES =
      List.of("Sara", "Omid", "Layla", "Karim", "Anna", "سارا", "امید", "ليلى", "كريم", "Paul");
  private static final List<String> LAST_NAMES =
      List.of("Rahimi", "Haddad", "Novak", "Silva", "رحیمی", "حداد", "Berg", "Moradi");

  private final byte[] source;
  private final int members;
  private final SplittableRandom random;
  private final byte[][] baskets = new byte[BASKETS][];
  private long purchases;
  private int member;
  private long timeMadeAt;
  private byte[] time = new byte[0];

  /**
   * @param run tells the purchases of this run from those of earlier ones on the same data
   */
  Shop(String run, int members, long seed) {
    this.source = bytes("{\"source\":\"bench-" + run + "\",\"externalId\":\"");
    this.members = members;
    this.random = new SplittableRandom(seed);
    for (int basket = 0; basket < BASKETS; basket++) {
      baskets[basket] = bytes(basket());
    }
  }

  private String basket() {
    StringBuilder json = new StringBuilder();
    int branch = 1 + random.nextInt(BRANCHES);
    json.append("\",\"branch\":\"b%d\",\"staff\":\"s%d\"".formatted(branch, random.nextInt(40)));
    json.append(",\"currency\":\"" + CURRENCY + "\",\"lines\":[");
    for (int line = 0; line < LINES; line++) {
      json.append(line == 0 ? "" : ",").append(line());
    }
    json.append(']');
    if (random.nextInt(10) == 0) {
      json.append(",\"coupons\":[\"SAVE%d\"]".formatted(1 + random.nextInt(5)));
    }
    return json.append('}').toString();
  }

  private String line() {
    int item = random.nextInt(GOODS);
    int cents = 150 + item * 977 % 2400;
    int quantity = 1 + random.nextInt(3);
    int amount = cents * quantity;
    return """
    {"sku":"SKU-%03d","name":"Item number %d","category":"cat-%d","quantity":"%d",\
    "unitPrice":"%d.%02d","amount":"%d.%02d"}\
    """
        .formatted(
            item,
            item,
            item % CATEGORIES,
            quantity,
            cents / 100,
            cents % 100,
            amount / 100,
            amount % 100);
  }

  /** Everybody once, for the doors of a new club. */
  boolean nextMember(Request request) {
    if (member >= members) {
      return false;
    }
    String names =
        "\",\"firstName\":\"%s\",\"lastName\":\"%s\"}"
            .formatted(
                FIRST_NAMES.get(member % FIRST_NAMES.size()),
                LAST_NAMES.get(member / 10 % LAST_NAMES.size()));
    request.put(bytes("{\"phone\":\"+98")).put(FIRST_PHONE + member, 10).put(bytes(names));
    request.items = 1;
    member++;
    return true;
  }

  boolean nextPurchase(Request request) {
    purchase(request);
    request.items = 1;
    return true;
  }

  Callers.Source batches(int size) {
    return request -> {
      request.put(bytes("{\"purchases\":["));
      for (int item = 0; item < size; item++) {
        if (item > 0) {
          request.put(',');
        }
        purchase(request);
      }
      request.put(bytes("]}"));
      request.items = size;
      return true;
    };
  }

  private static final byte[] PHONE = bytes("\",\"member\":{\"phone\":\"+98");
  private static final byte[] OCCURRED = bytes("\"},\"occurredAt\":\"");

  private void purchase(Request request) {
    request
        .put(source)
        .put(++purchases, 12)
        .put(PHONE)
        .put(FIRST_PHONE + random.nextInt(members), 10)
        .put(OCCURRED)
        .put(time())
        .put(baskets[random.nextInt(BASKETS)]);
  }

  /** The second it is, made anew once a second. */
  private byte[] time() {
    long now = System.currentTimeMillis() / 1000;
    if (now != timeMadeAt) {
      timeMadeAt = now;
      time = bytes(Instant.ofEpochSecond(now).truncatedTo(ChronoUnit.SECONDS).toString());
    }
    return time;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
