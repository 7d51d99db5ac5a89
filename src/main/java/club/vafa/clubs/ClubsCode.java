package club.vafa.clubs;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Why a change of clubs, units and branches is refused. */
public enum ClubsCode implements ProblemCode {
  CLUB_CODE_TAKEN(Kind.CONFLICT),
  CLUB_CODE_FORM(Kind.REFUSED),
  UNIT_CODE_TAKEN(Kind.CONFLICT),
  UNIT_CODE_FORM(Kind.REFUSED),
  UNIT_UNKNOWN(Kind.REFUSED),
  UNIT_FIXED(Kind.CONFLICT),
  UNIT_TERMS(Kind.REFUSED),
  UNIT_TIER(Kind.REFUSED),
  WORTH_IN_THE_PAST(Kind.REFUSED),
  WORTH_ROW(Kind.REFUSED),
  CONVERSION_TO_ITSELF(Kind.REFUSED),
  CONVERSION_UNKNOWN(Kind.NOT_FOUND),
  CONVERSION_RULE(Kind.REFUSED),
  CONVERSION_AUTOMATIC(Kind.REFUSED),
  CONVERSION_ROUND(Kind.REFUSED),
  BRANCH_UNKNOWN(Kind.REFUSED),
  BRAND_COLOR(Kind.REFUSED),
  BRAND_UNCHANGED(Kind.CONFLICT),
  LOGO_FORM(Kind.REFUSED),
  LOGO_TOO_LARGE(Kind.REFUSED),
  LOGO_TOO_WIDE(Kind.REFUSED),
  LOGO_UNREADABLE(Kind.REFUSED),
  LOGO_UNSAFE(Kind.REFUSED),
  TOMAN_NEEDS_RIAL(Kind.REFUSED);

  private final Kind kind;

  ClubsCode(Kind kind) {
    this.kind = kind;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
