package club.vafa.templates.web;

import club.vafa.kernel.Language;
import club.vafa.program.Draft;
import club.vafa.templates.Asked;
import club.vafa.templates.Drafted;
import club.vafa.templates.Guide;
import club.vafa.templates.Parameter;
import club.vafa.templates.Template;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Templates and guides as the API tells them. */
final class TemplateViews {
  private TemplateViews() {}

  /** A trade, in the reader's language. */
  @Schema(name = "Template")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record TemplateView(
      String trade, String name, String says, @Nullable List<ParameterView> parameters) {
    static TemplateView listed(Template template, Language language) {
      return new TemplateView(
          template.trade(), of(template.names(), language), of(template.says(), language), null);
    }

    static TemplateView whole(Template template, List<Asked> asked, Language language) {
      return new TemplateView(
          template.trade(),
          of(template.names(), language),
          of(template.says(), language),
          asked.stream().map(one -> ParameterView.of(one, language)).toList());
    }
  }

  /**
   * Something the owner settles.
   *
   * @param kind money, percent, months or words
   * @param proposed in the club's money; missing where the owner has to say it
   */
  @Schema(name = "TemplateParameter")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ParameterView(
      String code,
      String kind,
      String name,
      @Nullable String proposed,
      @Nullable String least,
      @Nullable String most) {
    static ParameterView of(Asked asked, Language language) {
      Parameter parameter = asked.parameter();
      return new ParameterView(
          parameter.code(),
          parameter.kind().name().toLowerCase(Locale.ROOT),
          TemplateViews.of(parameter.names(), language),
          asked.proposed(),
          plain(parameter.least()),
          plain(parameter.most()));
    }
  }

  /** The draft a template became, and what it would change. */
  @Schema(name = "TemplateDraft")
  record DraftedView(
      String draft, String state, String file, List<String> changes, List<String> stays) {
    static DraftedView of(Drafted drafted) {
      Draft draft = drafted.draft();
      return new DraftedView(
          draft.name(),
          draft.state().name().toLowerCase(Locale.ROOT),
          draft.file(),
          drafted.comparison().changes(),
          drafted.comparison().stays());
    }
  }

  /** The guide for members. */
  @Schema(name = "Guide")
  record GuideView(
      String language, String title, String lead, List<GuideSectionView> sections, String foot) {
    static GuideView of(Guide guide) {
      return new GuideView(
          guide.language().code(),
          guide.title(),
          guide.lead(),
          guide.sections().stream().map(GuideSectionView::of).toList(),
          guide.foot());
    }
  }

  /** A part of it: earn, rewards, cards, tiers, plans or know. */
  @Schema(name = "GuideSection")
  record GuideSectionView(String code, String title, List<GuideItemView> items) {
    static GuideSectionView of(Guide.Section section) {
      return new GuideSectionView(
          section.code(),
          section.title(),
          section.items().stream()
              .map(item -> new GuideItemView(item.name(), item.text()))
              .toList());
    }
  }

  /** One thing members should know; the name may be empty. */
  @Schema(name = "GuideItem")
  record GuideItemView(String name, String text) {}

  private static String of(Map<Language, String> texts, Language language) {
    return texts.getOrDefault(language, "");
  }

  private static @Nullable String plain(@Nullable BigDecimal number) {
    return number == null ? null : number.toPlainString();
  }
}
