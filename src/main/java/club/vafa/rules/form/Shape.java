package club.vafa.rules.form;

/** What an argument holds, which decides how it is read, written, said and asked for. */
public enum Shape {
  /** A text such as a code of the shop. */
  TEXT("text"),
  /** Several texts, none twice. */
  TEXTS("list of texts"),
  /** Several tiers of the club. */
  TIERS("list of tiers of the club"),
  /** A reward of the club. */
  REWARD("reward of the club"),
  /** Several plans of the club. */
  PLANS("list of plans of the club"),
  /** Several things that plans of the club entitle to. */
  ENTITLEMENTS("list of entitlements of the club"),
  /** Several coupon codes; case and outer spaces do not matter. */
  COUPONS("list of coupon codes"),
  /** One of the choices. */
  CHOICE("choice"),
  /** Several of the choices. */
  CHOICES("list of choices"),
  /** Money of the club as a decimal string. */
  MONEY("money"),
  /** What is given: the unit of an award, or money for a discount. */
  GIVE("amount given"),
  /** Pieces or weight, up to three decimals. */
  QUANTITY("quantity"),
  /** Per cent, up to four decimals; kept in millionths. */
  PERCENT("per cent"),
  /** A factor, up to four decimals; kept in ten-thousandths. */
  FACTOR("factor"),
  /** A decimal number, up to six decimals. */
  DECIMAL("decimal number"),
  /** A whole number. */
  COUNT("whole number"),
  /** Several whole numbers. */
  COUNTS("list of whole numbers"),
  /** A Gregorian date. */
  DATE("date YYYY-MM-DD"),
  /** A day of every year, in the club's calendar. */
  MONTH_DAY("month and day MM-DD"),
  /** A local time of day; kept in minutes. */
  TIME_OF_DAY("time HH:MM"),
  /** A unit of the club. */
  UNIT("unit of the club"),
  /** An attribute of the event. */
  ATTRIBUTE("attribute of the event"),
  /** A value of the attribute's type. */
  VALUE("value of the attribute's type"),
  /** Several values of the attribute's type. */
  VALUES("list of values of the attribute's type"),
  /** Several fields of a member's profile. */
  FIELDS("list of profile fields"),
  /** One condition. */
  CONDITION("condition"),
  /** Several conditions. */
  CONDITIONS("list of conditions"),
  /** A way to reckon how much. */
  AMOUNT("amount"),
  /** The steps of a ladder. */
  STEPS("list of steps"),
  /** When an award ends. */
  EXPIRES("expiry"),
  /** How long an award waits. */
  PENDING("waiting time");

  private final String title;

  Shape(String title) {
    this.title = title;
  }

  /** What it is called on the reference page. */
  public String title() {
    return title;
  }
}
