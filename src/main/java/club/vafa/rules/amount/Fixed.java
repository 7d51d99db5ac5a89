package club.vafa.rules.amount;

import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.util.List;

/** The same whatever was bought. */
public record Fixed(long give) implements Reckoning {
  static final Kind<Reckoning> KIND =
      Kind.of(
          "fixed",
          Needs.NOTHING,
          List.of(Arg.of("give", Shape.GIVE).above(0)),
          args -> new Fixed(args.number("give")));

  @Override
  public Kind<Reckoning> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of("give", give);
  }

  @Override
  public long reckon(Basis basis) {
    return give;
  }
}
