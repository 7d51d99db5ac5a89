package club.vafa.api;

/** The order of the filters every request of the API passes. */
public final class RequestOrder {
  /** Trace and the answer to everything that goes wrong further in. */
  public static final int DOOR = -1000;

  /** Where a page is asked for from. */
  public static final int PAGES = -950;

  /** Who is calling. */
  public static final int GATE = -900;

  /** How much and how often. */
  public static final int LIMITS = -800;

  /** Straight to the endpoints that are called for every sale. */
  public static final int SHORT_WAY = -700;

  private RequestOrder() {}
}
