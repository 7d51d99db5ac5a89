package club.vafa.api;

import jakarta.servlet.http.HttpServletRequest;

/** Draws a problem for people, who come with a browser. */
public interface ProblemPages {
  /** A page in HTML, in UTF-8. */
  byte[] draw(Problem problem, HttpServletRequest request);
}
