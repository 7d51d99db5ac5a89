package club.vafa.ui;

import club.vafa.api.Problem;
import club.vafa.api.ProblemPages;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Draws what went wrong for people. */
@Component
class DrawnProblems implements ProblemPages {
  private final Screens screens;
  private final Pages pages;

  DrawnProblems(Screens screens, Pages pages) {
    this.screens = screens;
    this.pages = pages;
  }

  @Override
  public byte[] draw(Problem problem, HttpServletRequest request) {
    return pages.html(screens.of(request), "ui/problem", problem);
  }
}
