package club.vafa.rules.condition;

import club.vafa.rules.Facts.Person;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The day is one the member has chosen for themselves, before it began. */
public record OwnDay() implements Condition {
  static final Kind<Condition> KIND =
      Kind.of("ownDay", Needs.NOTHING, List.of(), _ -> new OwnDay());

  @Override
  public Kind<Condition> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of();
  }

  @Override
  public Test test() {
    return (scene, line) -> holds(scene);
  }

  private static boolean holds(Scene scene) {
    Person member = scene.member();
    return member != null && member.standing().ownDays().contains(scene.date());
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    return scene.member() == null ? null : holds(scene);
  }
}
