package club.vafa.campaigns.web;

import club.vafa.campaigns.Approval;
import club.vafa.campaigns.ApprovalId;
import club.vafa.campaigns.Campaign;
import club.vafa.campaigns.Campaigns;
import club.vafa.campaigns.form.CampaignForm;
import club.vafa.campaigns.form.Days;
import club.vafa.campaigns.form.Field;
import club.vafa.campaigns.form.FormDrawer;
import club.vafa.campaigns.form.FormReader;
import club.vafa.campaigns.form.Ground;
import club.vafa.campaigns.form.Reading;
import club.vafa.clubs.Club;
import club.vafa.kernel.Clock;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Refusal;
import club.vafa.kernel.Sentences;
import club.vafa.rules.Catalogue;
import club.vafa.rules.Phrases;
import club.vafa.rules.Vocabulary;
import club.vafa.ui.Faults;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the page on which a campaign is written out of its definition. */
@Component
class Builder {
  private final Campaigns campaigns;
  private final BuilderOffers offers;
  private final TryOut tryOut;
  private final Pages pages;
  private final Clock clock;
  private final Phrases phrases;
  private final Catalogue catalogue = new Catalogue();

  Builder(
      Campaigns campaigns,
      BuilderOffers offers,
      TryOut tryOut,
      Pages pages,
      Clock clock,
      Sentences sentences) {
    this.campaigns = campaigns;
    this.offers = offers;
    this.tryOut = tryOut;
    this.pages = pages;
    this.clock = clock;
    this.phrases = new Phrases(sentences);
  }

  /**
   * A campaign as it is being written.
   *
   * @param kept as it was last saved, or null when it is new
   * @param asked what saving it was refused for; null when nobody has tried to
   * @param sent all that the form held, what is tried among it
   * @param publish whether it is to go live once it is saved
   */
  record Work(
      Club club,
      @Nullable Campaign kept,
      ObjectNode definition,
      @Nullable List<Refusal> asked,
      boolean publish,
      String publishOn,
      Map<String, List<String>> sent) {
    /** The same after it was refused, and maybe kept meanwhile. */
    Work refused(@Nullable Campaign now, List<Refusal> refusals) {
      return new Work(club, now, definition, refusals, publish, publishOn, sent);
    }
  }

  FormReader reader(Club club) {
    return new FormReader(catalogue, campaigns.everyName(club));
  }

  BuilderSheet sheet(Screen screen, Work work) {
    Club club = work.club();
    Vocabulary words = campaigns.everyName(club);
    ObjectNode coded = coded(work);
    Reading reading = Reading.of(coded, words, screen.text("campaigns.form.nameless"));
    List<Refusal> shown = work.asked() == null ? told(reading.faults()) : work.asked();
    Faults faults = faults(screen, club, shown);
    Ground ground =
        new Ground(screen, words, offers.of(club, screen.language()), faults, work.kept() != null);
    CampaignForm form = new FormDrawer(ground, catalogue).draw(work.definition());
    return new BuilderSheet(
        work.kept(),
        name(work.definition(), screen.language()),
        work.definition().toString(),
        form,
        reads(screen, reading, others(faults, form), coded),
        tryOut.tried(
            new Trial(
                screen,
                club,
                words,
                ground.offers(),
                work.definition(),
                reading.campaign(),
                Optional.ofNullable(work.kept()).map(kept -> kept.id().value()),
                work.sent())),
        work.kept() == null ? null : waiting(club, work.kept()),
        campaigns.safety(club.id()).secondPerson(),
        work.publishOn(),
        faults.at("/effectiveFrom"));
  }

  /** What waits for a second person to answer, the latest of it. */
  private @Nullable ApprovalId waiting(Club club, Campaign kept) {
    return CampaignsPage.waiting(campaigns, club.id()).stream()
        .filter(one -> kept.id().equals(one.campaign()))
        .findFirst()
        .map(Approval::id)
        .orElse(null);
  }

  /** Days are asked for in the club's calendar, so that is how to write them. */
  private Faults faults(Screen screen, Club club, List<Refusal> refusals) {
    Faults told = pages.faults(screen, refusals);
    String example = Days.written(club.day(clock.instant()), club.calendar());
    String noDay = screen.text("campaigns.form.no_day", "example", Ground.digits(screen, example));
    Map<String, String> fields = new LinkedHashMap<>(told.byField());
    refusals.stream()
        .filter(one -> one.code() == InputCode.NOT_A_DATE || one.code() == InputCode.NOT_A_TIME)
        .forEach(one -> fields.computeIfPresent(one.pointer(), (_, _) -> noDay));
    return new Faults(fields, told.others());
  }

  /** A new campaign has a code for trying it, which is settled when it is saved. */
  private static ObjectNode coded(Work work) {
    ObjectNode coded = work.definition().deepCopy();
    if (coded.path("code").asString("").isEmpty()) {
      coded.put("code", "new-campaign");
    }
    return coded;
  }

  /** While it is being written, what is still empty is no fault. */
  private static List<Refusal> told(List<Refusal> faults) {
    return faults.stream()
        .filter(
            fault -> fault.code() != InputCode.REQUIRED && fault.code() != InputCode.EXACTLY_ONE)
        .filter(fault -> !fault.code().code().equals("no_limit"))
        .toList();
  }

  private BuilderReads reads(
      Screen screen, Reading reading, List<String> others, ObjectNode coded) {
    String sentence =
        reading
            .campaign()
            .map(campaign -> phrases.sentence(screen.language(), campaign, reading.words()))
            .orElse("");
    return new BuilderReads(
        sentence, reading.left(), others, coded.toString(), reading.faults().isEmpty());
  }

  /** Faults that stand beside no field and on no part. */
  private static List<String> others(Faults faults, CampaignForm form) {
    List<String> others = new ArrayList<>(faults.others());
    Set<String> shown = form.all().stream().map(Field::fault).collect(Collectors.toSet());
    form.rules()
        .forEach(rule -> {
          shown.add(rule.fault());
          rule.when().forEach(part -> shown.add(part.fault()));
          rule.then().forEach(part -> shown.add(part.fault()));
          rule.caps().forEach(part -> shown.add(part.fault()));
        });
    form.limits().forEach(part -> shown.add(part.fault()));
    faults
        .byField()
        .forEach((pointer, text) -> {
          if (!shown.contains(text) && !pointer.equals("/effectiveFrom")) {
            others.add(text);
          }
        });
    return others;
  }

  private static String name(JsonNode definition, Language language) {
    return Optional.of(definition.path("name").path(language.code()).asString(""))
        .filter(name -> !name.isEmpty())
        .orElseGet(() ->
            definition
                .path("name")
                .valueStream()
                .map(name -> name.asString(""))
                .findFirst()
                .orElse(""));
  }
}
