package club.vafa.access.web;

import club.vafa.access.Role;
import club.vafa.access.Staff;
import club.vafa.ui.Fact;
import club.vafa.ui.Mark;
import club.vafa.ui.Screen;
import club.vafa.ui.Tone;
import java.util.List;
import java.util.Locale;

/** Staff in the words of a page. */
record StaffWords(Screen screen) {
  String role(Role role) {
    return screen.text("access.role." + role.name().toLowerCase(Locale.ROOT));
  }

  String about(Staff one) {
    return role(one.role()) + " · \u2066" + one.login() + "\u2069";
  }

  Mark mark(Staff one) {
    return one.active()
        ? new Mark(screen.text("access.state.active"), Tone.GOOD)
        : new Mark(screen.text("access.state.blocked"), Tone.BAD);
  }

  List<Fact> facts(Staff one) {
    String branch = one.branch();
    return List.of(
        new Fact(screen.text("access.login.login"), one.login(), true),
        new Fact(screen.text("access.role"), role(one.role())),
        new Fact(
            screen.text("access.branch"),
            branch == null ? screen.text("access.branch.all") : branch),
        new Fact(screen.text("ui.language"), one.language().ownName()),
        new Fact(screen.text("access.since"), screen.day(one.createdAt())));
  }
}
