package club.vafa.rules.condition;

import club.vafa.rules.Facts.Person;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The member has not bought anything before. */
public record FirstVisit() implements Condition {
  static final Kind<Condition> KIND =
      Kind.of("firstVisit", Needs.NOTHING, List.of(), args -> new FirstVisit());

  @Override
  public Kind<Condition> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.NONE;
  }

  @Override
  public Test test() {
    return (scene, line) -> {
      Person member = scene.member();
      return member != null && member.visits() <= 0;
    };
  }

  @Override
  public @Nullable Object seen(Scene scene) {
    Person member = scene.member();
    return member == null ? null : member.visits();
  }
}
