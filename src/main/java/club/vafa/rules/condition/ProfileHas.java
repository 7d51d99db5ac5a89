package club.vafa.rules.condition;

import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.rules.Facts.Person;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Faults;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The member's profile holds all of these: fields by their name, {@code attribute:size} for an
 * attribute that is not empty, {@code consent:news} or {@code consent:news:sms} for a consent that
 * is given.
 */
public record ProfileHas(List<String> all) implements Condition {
  private static final int MOST = 20;
  private static final String FIELDS = "phone|email|externalId|firstName|lastName|birthDate|locale";
  private static final Pattern KNOWN =
      Pattern.compile(
          "(" + FIELDS + ")|attribute:\\S{1,64}|consent:[a-z][a-z0-9_-]*(:[a-z][a-z0-9_-]*)?");

  static final Kind<Condition> KIND =
      Kind.<Condition>of(
              "profileHas",
              Needs.NOTHING,
              List.of(Arg.of("all", Shape.FIELDS).between(1, MOST)),
              args -> new ProfileHas(args.texts("all")))
          .checked(ProfileHas::check);

  private static void check(Args args, Faults faults) {
    List<String> all = args.texts("all");
    for (int at = 0; at < all.size(); at++) {
      if (!KNOWN.matcher(all.get(at)).matches()) {
        String allowed = FIELDS.replace("|", ", ") + ", attribute:…, consent:…";
        faults.add(
            "all/" + at,
            InputCode.UNKNOWN_VALUE,
            Map.of("value", Input.shortened(all.get(at)), "allowed", allowed));
      }
    }
  }

  @Override
  public Kind<Condition> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("all", all);
  }

  @Override
  public Test test() {
    return (scene, line) -> {
      Person member = scene.member();
      return member != null && member.standing().profile().containsAll(all);
    };
  }

  /** Those of the fields that the profile holds. */
  @Override
  public @Nullable Object seen(Scene scene) {
    Person member = scene.member();
    return member == null
        ? null
        : all.stream().filter(member.standing().profile()::contains).toList();
  }
}
