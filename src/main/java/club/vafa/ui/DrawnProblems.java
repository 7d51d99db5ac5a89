package club.vafa.ui;

import club.vafa.api.Problem;
import club.vafa.api.ProblemPages;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Draws what went wrong for people. */
@Component
class DrawnProblems implements ProblemPages {
  private final Screens screens;
  private final ObjectProvider<ProblemLook> looks;
  private final Pages pages;

  DrawnProblems(Screens screens, ObjectProvider<ProblemLook> looks, Pages pages) {
    this.screens = screens;
    this.looks = looks;
    this.pages = pages;
  }

  @Override
  public byte[] draw(Problem problem, HttpServletRequest request) {
    String template =
        looks.stream()
            .filter(look -> look.covers(request.getRequestURI()))
            .findFirst()
            .map(ProblemLook::template)
            .orElse("ui/problem");
    return pages.html(screens.of(request), template, problem);
  }
}
