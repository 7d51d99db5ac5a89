package club.vafa.portal.web;

import club.vafa.ui.ProblemLook;
import org.springframework.stereotype.Component;

/** Problems on members' pages look like those pages. */
@Component
class MemberProblems implements ProblemLook {
  @Override
  public boolean covers(String path) {
    return path.equals("/") || path.equals("/me") || path.matches("/(me|club)/.*");
  }

  @Override
  public String template() {
    return "portal/problem";
  }
}
