package club.vafa.ui;

/** A face that draws what went wrong on its pages in its own way. */
public interface ProblemLook {
  /** Whether the page of this path is one of its own. */
  boolean covers(String path);

  /** What it draws a problem with. */
  String template();
}
