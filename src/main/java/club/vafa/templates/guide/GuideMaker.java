package club.vafa.templates.guide;

import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.rules.Vocabulary;
import club.vafa.templates.Guide;
import club.vafa.templates.Guide.Item;
import club.vafa.templates.Guide.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Tells a live program to members, section by section; what a club has not is left out. */
public final class GuideMaker {
  private final Voice voice;
  private final Paragraphs program;
  private final List<Section> sections = new ArrayList<>();

  /**
   * For one club and reader.
   *
   * @param program what is live, as the program file says it
   */
  public GuideMaker(Club club, Language language, JsonNode program, Sentences sentences) {
    this.voice = new Voice(club, language, sentences);
    this.program = new Paragraphs(program, voice);
  }

  /**
   * The guide of a moment.
   *
   * @param words what the campaigns may name
   */
  public Guide guide(Vocabulary words, Instant now) {
    Getting getting = new Getting(program, voice);
    Standing standing = new Standing(program, voice);
    add("earn", new Earning(program, voice, words).items(now));
    add("rewards", getting.items());
    add("cards", getting.cards());
    add("tiers", standing.tiers());
    add("plans", standing.plans());
    add("know", new Knowing(program, voice).items());
    return new Guide(
        voice.language(),
        voice.club().name(),
        voice.say("lead"),
        sections,
        voice.say("foot", Map.of("day", voice.day(now))));
  }

  private void add(String code, List<Item> items) {
    if (!items.isEmpty()) {
      sections.add(new Section(code, voice.say(code + ".title"), items));
    }
  }
}
