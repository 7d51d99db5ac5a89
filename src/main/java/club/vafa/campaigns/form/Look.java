package club.vafa.campaigns.form;

/** How a field is drawn. */
public enum Look {
  TEXT,
  /** Digits of any script, written from left to right. */
  NUMBER,
  /** A day, as the club's calendar writes it. */
  DATE,
  SELECT,
  /** Several of the choices, and with a free field what is not among them. */
  CHECKS,
  /** Several texts, separated by commas. */
  LIST
}
