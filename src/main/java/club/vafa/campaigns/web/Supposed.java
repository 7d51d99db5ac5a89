package club.vafa.campaigns.web;

import club.vafa.campaigns.Coupons;
import club.vafa.kernel.CalendarKind;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Facts;
import club.vafa.rules.Facts.Line;
import club.vafa.rules.Facts.Person;
import club.vafa.rules.Facts.Sale;
import club.vafa.rules.Facts.Standing;
import club.vafa.rules.Usage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What somebody made up to try a campaign with, as far as it could be read. */
record Supposed(Sample sample, Instant at, List<Line> lines, Map<String, Object> attributes) {
  private static final int YEARS_OLD = 30;

  /** As the engine takes them. */
  Facts facts(Trial trial) {
    CampaignDefinition.Trigger trigger = trial.campaign().orElseThrow().trigger();
    String coupon = Coupons.plain(sample.text("coupon", ""));
    Sale sale =
        new Sale(
            sample.text("branch", ""),
            sample.text("terminal", ""),
            sample.text("card", ""),
            lines,
            coupon.isEmpty() ? Set.of() : Set.of(coupon),
            0);
    return new Facts(
        trigger.on(),
        trigger.eventType(),
        at,
        trial.club().zone(),
        trial.club().calendar(),
        trigger.on().bringsGoods() ? sale : null,
        attributes,
        person(trial),
        Usage.NONE);
  }

  private Person person(Trial trial) {
    LocalDate today = trial.club().day(at);
    boolean first = sample.text("visits", "some").equals("first");
    boolean birthday = sample.text("birthday", "no").equals("yes");
    CalendarKind calendar = trial.club().calendar();
    LocalDate born = calendar.plusMonths(today, -12 * YEARS_OLD);
    Instant last = at.minus(Duration.ofDays(7));
    return new Person(
        first ? today : today.minusYears(1),
        birthday ? born : calendar.plusMonths(born, 6),
        standing(),
        first ? 0 : 10,
        first ? 0 : Math.multiplyExact(10L, 1_000L),
        first ? null : last.minus(Duration.ofDays(300)),
        first ? null : last);
  }

  private Standing standing() {
    return new Standing(
        sample.one("tier"),
        sample.one("segment"),
        sample.one("plan"),
        sample.one("entitled"),
        null,
        null,
        null,
        null);
  }
}
