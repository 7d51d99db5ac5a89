package club.vafa.kernel;

/** Refusals that any input can meet, whatever it is about. */
public enum InputCode implements ProblemCode {
  REQUIRED,
  TOO_LONG,
  TOO_MANY_ITEMS,
  NOT_A_NUMBER,
  TOO_MANY_DECIMALS,
  NUMBER_TOO_LARGE,
  MUST_BE_POSITIVE,
  MUST_NOT_BE_NEGATIVE,
  NOT_A_DATE,
  NOT_A_TIME,
  TIME_OUT_OF_RANGE,
  NOT_AN_ID,
  UNKNOWN_CURRENCY,
  UNKNOWN_VALUE,
  INVALID_CHARACTERS,
  EXACTLY_ONE;

  @Override
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public Kind kind() {
    return Kind.REFUSED;
  }
}
