package club.vafa.earning.web;

import club.vafa.clubs.Club;
import club.vafa.earning.Given;
import club.vafa.kernel.Language;
import club.vafa.rules.Decision.NotApplied;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Why an effect came about or did not, in the reader's language. */
@Component
class Reasons {
  static final UUID NO_CAMPAIGN = new UUID(0, 0);

  String of(Club club, Given given, Language language) {
    return given.rule();
  }

  String of(Club club, NotApplied missed, Language language) {
    return missed.code();
  }
}
