package club.vafa.rules.condition;

import club.vafa.kernel.CalendarKind;
import club.vafa.rules.Facts.Person;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The member's birthday is near: at most so many days ahead or ago. Who was born on a day that this
 * year lacks (29 February, 30 Esfand, the 30th of a short Hijri month) has the birthday on the last
 * day of that month.
 *
 * @param before days before the birthday on which it holds
 * @param after days after it
 * @param calendar in which birthdays are kept; null for the club's
 */
public record Birthday(long before, long after, @Nullable CalendarKind calendar)
    implements Condition {
  private static final long MOST_DAYS = 180;
  private static final List<String> CALENDARS = List.of("gregorian", "jalali", "hijri");

  static final Kind<Condition> KIND =
      Kind.of(
          "birthday",
          Needs.NOTHING,
          List.of(
              Arg.of("before", Shape.COUNT).between(0, MOST_DAYS).optional(),
              Arg.of("after", Shape.COUNT).between(0, MOST_DAYS).optional(),
              Arg.of("calendar", Shape.CHOICE, CALENDARS).optional()),
          args -> new Birthday(args.number("before", 0), args.number("after", 0), calendar(args)));

  private static @Nullable CalendarKind calendar(Args args) {
    return args.has("calendar")
        ? CalendarKind.valueOf(args.text("calendar").toUpperCase(Locale.ROOT))
        : null;
  }

  @Override
  public Kind<Condition> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of(
        "before",
        before,
        "after",
        after,
        "calendar",
        calendar == null ? null : calendar.name().toLowerCase(Locale.ROOT));
  }

  @Override
  public Test test() {
    return (scene, line) -> {
      Person member = scene.member();
      LocalDate born = member == null ? null : member.birthDate();
      return born != null
          && couldBeNear(born, scene.date(), calendar(scene))
          && near(born, scene.date(), calendar(scene));
    };
  }

  private CalendarKind calendar(Scene scene) {
    return calendar == null ? scene.facts().calendar() : calendar;
  }

  /**
   * Whether whole years have nearly passed since birth. Most members fail here without the calendar
   * being asked, which would take longer than the rest of the decision; a few days of play cover
   * leap days and the months of the moon.
   */
  private boolean couldBeNear(LocalDate born, LocalDate today, CalendarKind kind) {
    long thousandthsOfYear = kind == CalendarKind.HIJRI ? 354_367 : 365_242;
    long passed =
        Math.floorMod((today.toEpochDay() - born.toEpochDay()) * 1_000, thousandthsOfYear);
    long play = 4_000;
    return passed <= after * 1_000 + play || passed >= thousandthsOfYear - before * 1_000 - play;
  }

  private boolean near(LocalDate born, LocalDate today, CalendarKind kind) {
    int years = kind.parts(today).year() - kind.parts(born).year();
    for (int year = Math.max(0, years - 1); year <= years + 1; year++) {
      LocalDate birthday = kind.plusMonths(born, 12 * year);
      long ago = today.toEpochDay() - birthday.toEpochDay();
      if (ago >= -before && ago <= after && year > 0) {
        return true;
      }
    }
    return false;
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    Person member = scene.member();
    return member == null ? null : member.birthDate();
  }
}
