package club.vafa.earning.web;

import club.vafa.activity.Purchase;
import club.vafa.clubs.Club;
import club.vafa.rules.Explanation;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells an explanation as the API does. */
@Component
class Explanations {
  Object of(Club club, Purchase purchase, Optional<Explanation> explanation) {
    return explanation.map(Object.class::cast).orElse("");
  }
}
