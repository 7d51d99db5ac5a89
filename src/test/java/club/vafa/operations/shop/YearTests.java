package club.vafa.operations.shop;

import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.kernel.CalendarKind;
import club.vafa.operations.shop.Act.Sale;
import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shape of the imagined year, which must be that of a real café's. */
class YearTests {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Year YEAR = Year.imagine(Year.Plan.whole(7, TODAY));

  @Test
  void theSameSeedGivesTheSameYear() {
    assertThat(Year.imagine(Year.Plan.whole(7, TODAY))).isEqualTo(YEAR);
    assertThat(Year.imagine(Year.Plan.whole(8, TODAY))).isNotEqualTo(YEAR);
  }

  @Test
  void everyYearHasAsManyMembersAndPurchasesAsWanted() {
    for (long seed = 1; seed <= 5; seed++) {
      Year year = Year.imagine(Year.Plan.whole(seed, TODAY));
      assertThat(year.joins()).as("members of seed " + seed).hasSize(2_000);
      assertThat(year.sales()).as("purchases of seed " + seed).hasSize(40_000);
      assertThat(part(year, sale -> sale.person() == null))
          .as("anonymous part of seed " + seed)
          .isBetween(0.12, 0.18);
      assertThat(topFifth(year)).as("concentration of seed " + seed).isBetween(0.66, 0.76);
    }
  }

  @Test
  void aSmallYearHasTheSameShape() {
    Year year = Year.imagine(new Year.Plan(7, 100, 2_000, TODAY));
    assertThat(year.joins()).hasSize(100);
    assertThat(year.sales()).hasSize(2_000);
    assertThat(topFifth(year)).isBetween(0.5, 0.85);
  }

  @Test
  void everythingHappensInOrderWithinTheYear() {
    assertThat(YEAR.acts()).isSortedAccordingTo(Comparator.comparing(Act::at));
    Instant first = TODAY.minusDays(365).atStartOfDay(Year.ZONE).toInstant();
    assertThat(YEAR.acts().getFirst().at()).isAfter(first);
    assertThat(YEAR.acts().getLast().at()).isBefore(TODAY.atStartOfDay(Year.ZONE).toInstant());
  }

  @Test
  void nobodyBuysAsAMemberBeforeJoining() {
    Set<Person> members = new HashSet<>();
    for (Act act : YEAR.acts()) {
      switch (act) {
        case Act.Join join -> members.add(join.person());
        case Act.Review review -> assertThat(members).contains(review.person());
        case Act.Visit visit -> assertThat(members).contains(visit.person());
        case Act.GiveBack back -> assertThat(back.at()).isAfter(back.sale().at());
        case Sale sale -> {
          if (sale.person() != null) {
            assertThat(members).contains(sale.person());
          }
        }
      }
    }
    assertThat(members).hasSize(2_000);
  }

  @Test
  void tillsNumberTheirSales() {
    List<String> keys =
        YEAR.sales().stream().map(sale -> sale.source() + " " + sale.number()).toList();
    assertThat(keys).doesNotHaveDuplicates();
    assertThat(YEAR.sales().stream().map(Sale::source).distinct()).hasSize(5);
  }

  @Test
  void theEndOfTheWeekIsBusierThanItsBeginning() {
    Map<DayOfWeek, Long> sales = byWeekday();
    double thursday = sales.getOrDefault(DayOfWeek.THURSDAY, 0L);
    assertThat(thursday).isGreaterThan(1.2 * sales.getOrDefault(DayOfWeek.SUNDAY, 0L));
    assertThat(thursday).isLessThan(2.2 * sales.getOrDefault(DayOfWeek.SUNDAY, 0L));
  }

  @Test
  void mourningsAreQuietAndYaldaNightIsFull() {
    Map<LocalDate, Long> sales =
        YEAR.sales().stream().collect(Collectors.groupingBy(YearTests::day, Collectors.counting()));
    assertThat(on(sales, CalendarKind.JALALI, 9, 30)).isGreaterThan(160);
    assertThat(on(sales, CalendarKind.JALALI, 1, 1)).isLessThan(70);
    assertThat(on(sales, CalendarKind.HIJRI, 1, 10)).isLessThan(60);
  }

  @Test
  void inRamadanNobodyComesBeforeSunset() {
    List<Integer> hours =
        YEAR.sales().stream()
            .filter(sale -> CalendarKind.HIJRI.parts(day(sale)).month() == 9)
            .map(sale -> local(sale).getHour())
            .toList();
    assertThat(hours).hasSizeGreaterThan(1_000).allMatch(hour -> hour >= 17);
  }

  @Test
  void mostComeInTheEveningAndManyInTheMorning() {
    assertThat(part(YEAR, sale -> local(sale).getHour() >= 16)).isBetween(0.4, 0.6);
    assertThat(part(YEAR, sale -> local(sale).getHour() < 11)).isBetween(0.22, 0.42);
  }

  @Test
  void icedDrinksAreForSummer() {
    assertThat(icedPart(Set.of(6, 7, 8))).isGreaterThan(4 * icedPart(Set.of(12, 1, 2)));
  }

  @Test
  void aboutTwoOfAHundredSalesAreReturned() {
    assertThat(YEAR.returns().size() / 40_000.0).isBetween(0.016, 0.024);
  }

  @Test
  void regularsComeAtRegularIntervals() {
    List<Long> intervals = new ArrayList<>();
    Map<Person, List<Sale>> visits =
        YEAR.sales().stream()
            .filter(sale -> sale.person() != null)
            .collect(Collectors.groupingBy(YearTests::person));
    visits.forEach((person, sales) -> {
      if (person.kind() == Person.Kind.REGULAR && sales.size() >= 40) {
        for (int at = 1; at < sales.size(); at++) {
          intervals.add(
              (day(sales.get(at)).toEpochDay() - day(sales.get(at - 1)).toEpochDay())
                  * sales.size());
        }
      }
    });
    double mean = intervals.stream().mapToLong(Long::longValue).average().orElseThrow();
    double variance =
        intervals.stream().mapToDouble(i -> (i - mean) * (i - mean)).average().orElseThrow();
    // Exponential intervals would have 1; the gamma ones of habit, stretched by weekends, have
    // less.
    assertThat(Math.sqrt(variance) / mean).isBetween(0.5, 0.95);
  }

  @Test
  void basketsAreLognormal() {
    double[] logs =
        YEAR.sales().stream().mapToDouble(sale -> Math.log(sale.total())).sorted().toArray();
    double mean = java.util.Arrays.stream(logs).average().orElseThrow();
    assertThat(Math.exp(logs[logs.length / 2])).isBetween(2_000_000.0, 3_200_000.0);
    assertThat(mean).isCloseTo(logs[logs.length / 2], org.assertj.core.data.Offset.offset(0.1));
  }

  @Test
  void manyJoinDuringTheYearAndManyStopComing() {
    long late = YEAR.joins().stream().filter(j -> YEAR.plan().number(day(j.at())) > 90).count();
    assertThat(late / 2_000.0).isBetween(0.3, 0.7);
    assertThat(YEAR.people().stream().filter(p -> p.until() < 300).count()).isGreaterThan(150);
  }

  @Test
  void everybodyHasAValidNumberOfTheirOwn() throws NumberParseException {
    PhoneNumberUtil phones = PhoneNumberUtil.getInstance();
    for (Person person : YEAR.people()) {
      assertThat(phones.isValidNumber(phones.parse(person.phone(), "IR")))
          .as(person.phone())
          .isTrue();
    }
    assertThat(YEAR.people().stream().map(Person::phone)).doesNotHaveDuplicates();
  }

  @Test
  void nothingIsSoldBelowItsCost() {
    assertThat(Menu.read()).hasSizeBetween(58, 64).allMatch(good -> good.cost() < good.price());
    assertThat(Menu.read().stream().map(Good::category).distinct()).hasSizeBetween(7, 9);
  }

  private static double icedPart(Set<Integer> months) {
    List<Sale> sales =
        YEAR.sales().stream().filter(s -> months.contains(day(s).getMonthValue())).toList();
    long iced =
        sales.stream()
            .flatMap(sale -> sale.lines().stream())
            .filter(line -> line.good().category().equals("iced"))
            .count();
    return (double) iced / sales.size();
  }

  /** The part of the members' sales that the best fifth of the members makes. */
  private static double topFifth(Year year) {
    Map<Person, Long> spent = new HashMap<>();
    year.people().forEach(person -> spent.put(person, 0L));
    year.sales().stream()
        .filter(sale -> sale.person() != null)
        .forEach(sale -> spent.merge(person(sale), sale.total(), Long::sum));
    List<Long> sorted = spent.values().stream().sorted(Comparator.reverseOrder()).toList();
    double all = sorted.stream().mapToLong(Long::longValue).sum();
    return sorted.subList(0, sorted.size() / 5).stream().mapToLong(Long::longValue).sum() / all;
  }

  private static double part(Year year, Predicate<Sale> which) {
    return year.sales().stream().filter(which).count() / (double) year.sales().size();
  }

  private static Map<DayOfWeek, Long> byWeekday() {
    Map<DayOfWeek, Long> sales = new EnumMap<>(DayOfWeek.class);
    YEAR.sales().forEach(sale -> sales.merge(day(sale).getDayOfWeek(), 1L, Long::sum));
    return sales;
  }

  private static long on(Map<LocalDate, Long> sales, CalendarKind kind, int month, int day) {
    return sales.entrySet().stream()
        .filter(entry -> kind.parts(entry.getKey()).month() == month)
        .filter(entry -> kind.parts(entry.getKey()).day() == day)
        .mapToLong(Map.Entry::getValue)
        .max()
        .orElseThrow();
  }

  private static Person person(Sale sale) {
    return java.util.Objects.requireNonNull(sale.person());
  }

  private static ZonedDateTime local(Sale sale) {
    return sale.at().atZone(Year.ZONE);
  }

  private static LocalDate day(Sale sale) {
    return day(sale.at());
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, Year.ZONE);
  }
}
