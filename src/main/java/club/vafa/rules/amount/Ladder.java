package club.vafa.rules.amount;

import club.vafa.rules.RulesCode;
import club.vafa.rules.form.Arg;
import club.vafa.rules.form.Args;
import club.vafa.rules.form.Kind;
import club.vafa.rules.form.Kind.Needs;
import club.vafa.rules.form.Shape;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/**
 * More for more, by quantity or by amount: 10 % on one piece, 17 % on two. Below the first step it
 * gives nothing. The highest step that is reached counts for the whole; or, marginal, each step for
 * the part that lies between it and the next: then the first piece is at 10 % and the second at 17
 * %.
 */
public record Ladder(boolean ofQuantity, boolean marginal, List<Step> steps) implements Reckoning {
  static final Kind<Reckoning> KIND =
      Kind.<Reckoning>of(
              "ladder",
              Needs.SALE,
              List.of(
                  Arg.of("of", Shape.CHOICE, List.of("quantity", "amount")),
                  Arg.of("mode", Shape.CHOICE, List.of("whole", "marginal")).optional(),
                  Arg.of("steps", Shape.STEPS)),
              args ->
                  new Ladder(
                      args.text("of").equals("quantity"),
                      args.text("mode", "whole").equals("marginal"),
                      args.list("steps", Step.class)))
          .checked(Ladder::check);

  public Ladder {
    steps = List.copyOf(steps);
  }

  private static void check(Args args, Kind.Faults faults) {
    List<Step> steps = args.list("steps", Step.class);
    boolean marginalMoney =
        args.text("mode", "whole").equals("marginal") && args.text("of").equals("amount");
    for (int at = 0; at < steps.size(); at++) {
      if (at > 0 && steps.get(at).from() <= steps.get(at - 1).from()) {
        faults.add("steps/" + at + "/from", RulesCode.STEPS_NOT_RISING, Map.of());
      }
      if (marginalMoney && steps.get(at).give() != null) {
        faults.add("steps/" + at + "/give", RulesCode.NOT_WITH_EFFECT, Map.of("name", "give"));
      }
    }
  }

  @Override
  public Kind<Reckoning> kind() {
    return KIND;
  }

  @Override
  public Args args() {
    return Args.of(
        "of",
        ofQuantity ? "quantity" : "amount",
        "mode",
        marginal ? "marginal" : "whole",
        "steps",
        steps);
  }

  @Override
  public long reckon(Basis basis) {
    return marginal ? marginal(basis) : whole(basis);
  }

  private long measure(Basis basis) {
    return ofQuantity ? basis.quantity() : basis.money();
  }

  private long whole(Basis basis) {
    long measure = measure(basis);
    for (int at = steps.size() - 1; at >= 0; at--) {
      Step step = steps.get(at);
      if (measure >= step.from()) {
        return step.percent() != null
            ? basis.target().part(basis.money(), step.percent(), Percent.WHOLE)
            : given(step);
      }
    }
    return 0;
  }

  private static long given(Step step) {
    return step.give() == null ? 0 : step.give();
  }

  /**
   * The piece a step begins with belongs to it: steps from 1 and from 2 make piece 1 the first and
   * all from piece 2 on the second. Money begins to count above the step.
   */
  private long marginal(Basis basis) {
    long measure = measure(basis);
    long sum = 0;
    for (int at = 0; at < steps.size(); at++) {
      long begin = begin(steps.get(at));
      long end = at + 1 < steps.size() ? begin(steps.get(at + 1)) : Long.MAX_VALUE;
      long part = Math.min(measure, end) - begin;
      if (part > 0) {
        sum = Whole.plus(sum, part(basis, steps.get(at), part, measure));
      }
    }
    return Math.min(Whole.MOST, sum);
  }

  private long begin(Step step) {
    return ofQuantity ? Math.max(0, step.from() - Basis.PIECE) : step.from();
  }

  private long part(Basis basis, Step step, long part, long measure) {
    if (step.percent() == null) {
      return Whole.scale(part, given(step), Basis.PIECE, basis.target().rounding());
    }
    long money =
        ofQuantity ? Whole.scale(basis.money(), part, measure, RoundingMode.HALF_UP) : part;
    return basis.target().part(money, step.percent(), Percent.WHOLE);
  }
}
