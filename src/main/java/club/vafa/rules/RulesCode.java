package club.vafa.rules;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Why a definition is refused, beside what any input can be refused for. */
public enum RulesCode implements ProblemCode {
  /** A field that means nothing here, usually a typing error. */
  UNKNOWN_FIELD,
  /** Another JSON type was expected. */
  WRONG_TYPE,
  /** Not a whole number within its bounds. */
  OUT_OF_RANGE,
  /** The same code, limit or value twice. */
  DUPLICATE,
  /** Cannot be used with the campaign's trigger. */
  NOT_WITH_TRIGGER,
  /** Cannot be used with this effect. */
  NOT_WITH_EFFECT,
  /** The attribute does not have the type this comparison needs. */
  NOT_WITH_ATTRIBUTE,
  /** Nothing could ever meet it: it ends before it begins. */
  ENDS_BEFORE_IT_BEGINS,
  /** The calendar has no such day. */
  NO_SUCH_DAY,
  /** Not a time of day. */
  NOT_A_TIME_OF_DAY,
  /** Codes are lower case letters, digits and hyphens. */
  NOT_A_CODE,
  /** Groups within groups within groups. */
  NESTED_TOO_DEEP,
  /** Only outside of groups. */
  NOT_IN_A_GROUP,
  /** The steps of a ladder go up. */
  STEPS_NOT_RISING,
  /** A limit in units where nothing or more than one unit is awarded. */
  ONE_UNIT_NEEDED,
  /** A cap or budget that limits nothing. */
  NO_LIMIT,
  /** What profiles set off needs a limit of uses per member. */
  MEMBER_CAP_NEEDED;

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Kind kind() {
    return Kind.REFUSED;
  }
}
