package club.vafa.tiers;

/** Why a standing changed. */
public enum Reason {
  /** Enough was done for a higher tier. */
  QUALIFIED,
  /** Enough was done to keep the tier. */
  KEPT,
  /** Too little was done; the tier is kept for the days of grace. */
  GRACE,
  LOWERED,
  MANUAL,
  /** For a standing in another club. */
  MATCHED,
  IMPORTED,
  /** Goods came back that had earned it. */
  RETURNED,
  /** What was given by hand was taken back. */
  UNDONE,
  /** What was given by hand came to its end. */
  ENDED,
  /** Another member went on as this one. */
  MERGED
}
