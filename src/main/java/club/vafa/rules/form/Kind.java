package club.vafa.rules.form;

import club.vafa.kernel.ProblemCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One kind of condition, amount or effect.
 *
 * @param code stable name in JSON
 * @param needs what the trigger must bring along
 * @param make builds it from arguments that were found right
 */
public record Kind<T>(
    String code, Needs needs, List<Arg> args, Check check, Function<Args, T> make) {

  public Kind {
    args = List.copyOf(args);
  }

  public static <T> Kind<T> of(String code, Needs needs, List<Arg> args, Function<Args, T> make) {
    return new Kind<>(code, needs, args, (values, faults) -> {}, make);
  }

  /** The same kind with a check over several arguments. */
  public Kind<T> checked(Check more) {
    return new Kind<>(code, needs, args, more, make);
  }

  public Optional<Arg> arg(String name) {
    return args.stream().filter(arg -> arg.name().equals(name)).findFirst();
  }

  /** What a kind can only be used with. */
  public enum Needs {
    NOTHING,
    /** Goods: a purchase or a return. */
    SALE,
    /** A sale that can still become cheaper. */
    PURCHASE,
    /** A custom event. */
    EVENT
  }

  /** Looks for faults that no single argument shows. */
  @FunctionalInterface
  public interface Check {
    void check(Args args, Faults faults);
  }

  /** Where a check puts what it finds. */
  @FunctionalInterface
  public interface Faults {
    void add(String argument, ProblemCode code, Map<String, Object> args);
  }
}
