package club.vafa.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.installation.ClubScope;
import club.vafa.testing.StoryTest;
import club.vafa.testing.TestClub;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Whatever a street does, its settlement adds up: proved from the books, not from the settlement.
 */
@StoryTest
@Import(TestClub.class)
class SettlementSumsStoryTests {
  private static final List<String> BRANCHES =
      List.of("baker", "books-1", "books-2", "chemist", "nobody");
  private static final int DAYS = 120;
  private static final int CLOSED_EVERY = 30;

  private final ApplicationContext context;
  @LocalServerPort private int port;

  SettlementSumsStoryTests(ApplicationContext context) {
    this.context = context;
  }

  /** A sale, with what the till knew of it. */
  private record Sale(String id) {}

  @Test
  void whatPartnersOweIsWhatTheKittyHolds() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    Street street = new Street(context, port);
    List<String> members = new ArrayList<>();
    for (int one = 0; one < 4; one++) {
      members.add(street.member("+4915100000" + (100 + one)));
    }
    LocalDate day = LocalDate.of(2030, 10, 2);
    street.moveTo(day.toString());
    street.partners("2030-10-01");
    List<Sale> sales = new ArrayList<>();
    Map<String, Long> points = new HashMap<>();
    for (int turn = 1; turn <= DAYS; turn++) {
      day = day.plusDays(1);
      street.moveTo(day.toString());
      live(random, street, new People(members, sales, points));
      if (turn % CLOSED_EVERY == 0) {
        street.close(day.minusDays(1 + random.nextInt(3)).toString()).expect(201);
      }
    }
    assertThat(faults(street)).as("seed %d", seed).isEmpty();
  }

  private record People(List<String> members, List<Sale> sales, Map<String, Long> points) {}

  private static void live(Random random, Street street, People people) {
    String member = people.members().get(random.nextInt(people.members().size()));
    if (random.nextInt(4) == 0 && !people.sales().isEmpty()) {
      Sale back = people.sales().remove(random.nextInt(people.sales().size()));
      street.giveBack(back.id());
      return;
    }
    long euros = 1 + random.nextInt(90);
    long active =
        Long.parseLong(
            street
                .web
                .get("/v1/members/" + member + "/wallets")
                .expect(200)
                .body()
                .findValuesAsString("active")
                .stream()
                .findFirst()
                .orElse("0")
                .split("\\.")[0]);
    long paid = random.nextBoolean() && active > 0 ? Math.min(active, euros * 50) : 0;
    String branch = BRANCHES.get(random.nextInt(BRANCHES.size()));
    people.sales().add(new Sale(street.buy(member, branch, euros, paid)));
  }

  /** What does not add up. */
  private List<String> faults(Street street) {
    List<String> faults = new ArrayList<>();
    JsonNode open = street.statement("open");
    Map<String, Long> units = new HashMap<>();
    BigDecimal kitty = BigDecimal.ZERO;
    List<JsonNode> all = new ArrayList<>();
    for (int number = 1; number < open.get("number").asInt(); number++) {
      all.add(street.statement(String.valueOf(number)));
    }
    all.add(open);
    for (JsonNode statement : all) {
      BigDecimal nets = BigDecimal.ZERO;
      for (JsonNode account : statement.get("accounts")) {
        nets = nets.add(decimal(account, "net"));
        account.get("lines").forEach(line -> add(units, line));
      }
      statement.get("unassigned").forEach(line -> add(units, line));
      compare(faults, "kitty of " + statement.get("number"), decimal(statement, "kitty"), nets);
      compare(
          faults, "before " + statement.get("number"), decimal(statement, "kittyBefore"), kitty);
      kitty = kitty.add(nets);
    }
    compare(faults, "held", decimal(open, "kittyAfter"), kitty);
    ClubScope.run(
        street.id(),
        () ->
            booked(street)
                .forEach((what, amount) -> {
                  if (!amount.equals(units.getOrDefault(what, 0L))) {
                    faults.add(what + " " + units.get(what) + " is booked as " + amount);
                  }
                }));
    return faults;
  }

  private static void add(Map<String, Long> units, JsonNode line) {
    units.merge(line.get("what").asString(), line.get("units").asLong(), Math::addExact);
  }

  private static BigDecimal decimal(JsonNode node, String field) {
    return new BigDecimal(node.get(field).asString());
  }

  private static void compare(List<String> faults, String what, BigDecimal one, BigDecimal other) {
    if (one.compareTo(other) != 0) {
      faults.add(what + ": " + one + " and " + other);
    }
  }

  /** What the journal says of points, by what it is to a settlement. */
  private Map<String, Long> booked(Street street) {
    Map<String, Long> booked = new HashMap<>();
    context
        .getBean(JdbcClient.class)
        .sql(
            """
            select case
                when kind = 1 then 'issued' when kind = 5 then 'taken_back'
                when kind in (3, 14) then 'expired' when kind in (2, 11) then 'spent'
                else 'given_back' end as what,
              sum(case kind when 14 then -amount else amount end)::bigint as units
            from ledger.entry
            where club_id = ? and kind in (1, 2, 3, 5, 6, 11, 14)
            group by 1
            """)
        .param(street.id().value())
        .query(row -> {
          booked.put(row.getString("what"), row.getLong("units"));
        });
    return booked;
  }
}
