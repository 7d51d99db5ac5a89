package club.vafa.ui;

/**
 * A way to another page.
 *
 * @param dialog whether it is shown over the page it leads from
 * @param icon beside it where it is a button; empty for the usual one
 */
public record Link(String path, String label, boolean dialog, String icon) {
  public Link(String path, String label) {
    this(path, label, false);
  }

  public Link(String path, String label, boolean dialog) {
    this(path, label, dialog, "");
  }
}
