package club.vafa.rules.condition;

import club.vafa.rules.Facts.Person;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another member brought this one along, and the referral stands.
 *
 * @param within at most so many days after joining; null for always
 */
public record Referred(@Nullable Long within) implements Condition {
  private static final long MOST_DAYS = 36_500;

  static final Kind<Condition> KIND =
      Kind.of(
          "referred",
          Needs.NOTHING,
          List.of(Arg.of("within", Shape.COUNT).between(0, MOST_DAYS).optional()),
          args -> new Referred(args.numberOrNull("within")));

  @Override
  public Kind<Condition> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("within", within);
  }

  @Override
  public Test test() {
    return (scene, line) -> {
      Person member = scene.member();
      if (member == null || !member.standing().wasReferred()) {
        return false;
      }
      long days = scene.date().toEpochDay() - member.joined().toEpochDay();
      return within == null || (days >= 0 && days <= within);
    };
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    Person member = scene.member();
    return member == null ? null : member.standing().wasReferred();
  }
}
