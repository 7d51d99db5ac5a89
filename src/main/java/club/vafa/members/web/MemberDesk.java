package club.vafa.members.web;

import club.vafa.api.Caller;
import club.vafa.api.InputRefused;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.members.MemberCode;
import club.vafa.members.Members;
import club.vafa.members.Profile;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import club.vafa.ui.Toast;
import club.vafa.ui.Typed;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How forms about members are answered: shown again with what is wrong, or done and told. */
@Component
class MemberDesk {
  private final Members members;
  private final Pages pages;

  MemberDesk(Members members, Pages pages) {
    this.members = members;
    this.pages = pages;
  }

  Profile profile(Caller caller, String id) {
    return MemberId.parse(id)
        .flatMap(member -> members.profile(caller.club(), member))
        .orElseThrow(() -> new InputRefused(List.of(Refusal.of(MemberCode.MEMBER_NOT_FOUND))));
  }

  static String path(MemberId member) {
    return MembersListing.PATH + "/" + member;
  }

  /** A form that was sent: what it looks like, and what was typed into it. */
  record Sent(Screen screen, String template, MemberForm form, Typed typed) {}

  /** What is told when it is done, on which page. */
  record Told(String path, Toast toast) {}

  <T> ResponseEntity<byte[]> answer(Sent sent, Outcome<T> outcome, Function<T, Told> told) {
    Screen screen = sent.screen();
    return switch (outcome) {
      case Done<T>(T done) -> {
        Told on = told.apply(done);
        yield pages.goTo(screen, on.path(), on.toast());
      }
      case Refused<T>(List<Refusal> refusals) ->
          pages.refused(
              screen,
              sent.template(),
              sent.form().again(sent.typed(), pages.faults(screen, refusals)));
    };
  }
}
