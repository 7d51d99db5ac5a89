package club.vafa.templates;

import club.vafa.activity.Activity;
import club.vafa.campaigns.LiveCampaigns;
import club.vafa.clubs.Brand;
import club.vafa.clubs.Brands;
import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Sentences;
import club.vafa.program.WholeProgram;
import club.vafa.program.file.Paper;
import club.vafa.program.file.PaperReader;
import club.vafa.rules.Vocabulary;
import club.vafa.templates.guide.GuideMaker;
import club.vafa.templates.guide.GuidePage;
import club.vafa.ui.Shades;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The guide for members, always made of what is live at the moment it is asked for. */
@Component
public class Guides {
  private final WholeProgram program;
  private final LiveCampaigns campaigns;
  private final Activity activity;
  private final Brands brands;
  private final Sentences sentences;
  private final Clock clock;

  Guides(
      WholeProgram program,
      LiveCampaigns campaigns,
      Activity activity,
      Brands brands,
      Sentences sentences,
      Clock clock) {
    this.program = program;
    this.campaigns = campaigns;
    this.activity = activity;
    this.brands = brands;
    this.sentences = sentences;
    this.clock = clock;
  }

  /** What the page may do, for the header of an answer. */
  public String policy(Club club) {
    return GuidePage.policy(shades(club));
  }

  private static Shades shades(Club club) {
    return Shades.of(club.look().brand().colorOrOwn());
  }

  @Transactional
  public Guide guide(Club club, Language language) {
    Paper paper = paper(program.live(club, language).file());
    Vocabulary words = campaigns.words(club, activity.eventTypes(club.id()), campaigns.names(club));
    return new GuideMaker(club, language, paper.root(), sentences).guide(words, clock.instant());
  }

  /** The same as a page to print. */
  @Transactional
  public String page(Club club, Language language) {
    Brand brand = club.look().brand();
    byte[] logo =
        brand.logo() == null
            ? null
            : brands.file(club.id(), brand.version(), "receipt.png").orElse(null);
    return GuidePage.of(guide(club, language), shades(club), logo);
  }

  private static Paper paper(String file) {
    return switch (PaperReader.read(file)) {
      case Done<Paper>(Paper paper) -> paper;
      case Refused<Paper>(var refusals) ->
          throw new IllegalStateException("the live program cannot be read: " + refusals);
    };
  }
}
