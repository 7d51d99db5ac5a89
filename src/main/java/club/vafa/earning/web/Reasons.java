package club.vafa.earning.web;

import club.vafa.activity.Event;
import club.vafa.activity.Purchase;
import club.vafa.api.Call;
import club.vafa.campaigns.Campaigns;
import club.vafa.clubs.Club;
import club.vafa.earning.Given;
import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.rules.CampaignDefinition;
import club.vafa.rules.Decision.Effect;
import club.vafa.rules.Decision.NotApplied;
import club.vafa.rules.Decision.Source;
import club.vafa.rules.Phrases;
import club.vafa.rules.Program;
import club.vafa.rules.Vocabulary;
import club.vafa.rules.Wording;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Why an effect came about or did not, in the reader's language. */
@Component
class Reasons {
  /** What did not apply belongs to no campaign: a coupon nobody knows. */
  static final UUID NO_CAMPAIGN = new UUID(0, 0);

  /** By which program, and when, an activity was decided. */
  record Day(long program, Instant at) {
    static Day of(Purchase purchase) {
      return new Day(purchase.program(), purchase.occurredAt());
    }

    static Day of(Event event) {
      return new Day(event.program(), event.occurredAt());
    }
  }

  private final Campaigns campaigns;
  private final Sentences sentences;
  private final Phrases phrases;

  Reasons(Campaigns campaigns, Sentences sentences) {
    this.campaigns = campaigns;
    this.sentences = sentences;
    this.phrases = new Phrases(sentences);
  }

  /** For one answer. */
  Voice voice(Club club) {
    return new Voice(club, Call.current().language(), campaigns.vocabulary(club));
  }

  /** Tells the reasons of one answer; what they need of the club is asked for once. */
  final class Voice {
    private final Club club;
    private final Language language;
    private final Vocabulary vocabulary;
    private @Nullable Program program;

    Voice(Club club, Language language, Vocabulary vocabulary) {
      this.club = club;
      this.language = language;
      this.vocabulary = vocabulary;
    }

    String of(Given given) {
      CampaignDefinition definition = campaigns.definition(club, given.campaign(), given.version());
      return phrases.reason(language, effect(given), definition, vocabulary);
    }

    /** A campaign that has changed since still explains what it did then. */
    String of(Day day, NotApplied missed) {
      CampaignDefinition definition =
          missed.campaign().equals(NO_CAMPAIGN)
              ? null
              : program(day)
                  .campaign(missed.campaign())
                  .map(live -> live.definition())
                  .orElse(null);
      return phrases.notApplied(language, missed, definition, vocabulary);
    }

    /** An answer is about one activity, which was decided by one program. */
    private Program program(Day day) {
      Program known = program;
      if (known == null) {
        known = campaigns.program(club, day.program(), day.at());
        program = known;
      }
      return known;
    }
  }

  /** The words of a club in a language. */
  Wording wording(Club club, Language language) {
    return new Wording(sentences, language, campaigns.vocabulary(club));
  }

  Phrases phrases() {
    return phrases;
  }

  private static Effect effect(Given given) {
    Source source = new Source(given.campaign(), given.version(), given.rule());
    return switch (given.type()) {
      case EARN -> new Effect.Earn(source, text(given.unit()), given.wanted(), given.granted());
      case DISCOUNT -> new Effect.Discount(source, given.wanted(), given.granted(), Map.of());
      case GIFT -> new Effect.Gift(source, text(given.sku()), text(given.name()), given.granted());
      case VOUCHER -> new Effect.Voucher(source, text(given.sku()), given.granted());
    };
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
