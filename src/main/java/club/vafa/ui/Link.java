package club.vafa.ui;

/**
 * A way to another page.
 *
 * @param dialog whether it is shown over the page it leads from
 */
public record Link(String path, String label, boolean dialog) {
  public Link(String path, String label) {
    this(path, label, false);
  }
}
