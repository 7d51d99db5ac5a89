package club.vafa.ui;

/**
 * What a club's pages wear of its own.
 *
 * @param sheet address of the sheet with its colour, and {@code logo} of its logo; empty where it
 *     has none
 * @param colour of bars around the page
 */
public record Dress(String sheet, String logo, String colour) {
  public static final Dress PLAIN = new Dress("", "", Shades.OWN);
}
