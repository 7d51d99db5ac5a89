package club.vafa.members.web;

import club.vafa.ui.Faults;
import club.vafa.ui.Option;
import club.vafa.ui.Typed;
import java.util.List;

/**
 * A form about a member, as a page or over the member's page.
 *
 * @param text what is to be known before, may be empty
 * @param path where it is sent
 * @param back the page it stands on
 * @param units to choose from; empty where there is nothing to choose
 */
public record MemberForm(
    String title,
    String text,
    String button,
    String path,
    String back,
    Typed typed,
    Faults faults,
    List<Option> units) {
  public MemberForm {
    units = List.copyOf(units);
  }

  MemberForm again(Typed again, Faults told) {
    return new MemberForm(title, text, button, path, back, again, told, units);
  }
}
