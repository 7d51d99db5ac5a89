package club.vafa.program;

import club.vafa.kernel.Input;
import club.vafa.kernel.InputCode;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The text of a message as its owner writes it, by language.
 *
 * @param titles for what has a subject, such as e-mail
 */
public record MessageForm(
    @Nullable String code,
    @Nullable Map<String, @Nullable String> titles,
    @Nullable Map<String, @Nullable String> texts) {
  private static final String CODE = "[a-z0-9]([a-z0-9_-]{0,38}[a-z0-9])?";
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TEXT = 4_000;

  public static MessageForm of(MessageText text) {
    return new MessageForm(
        text.code(),
        new LinkedHashMap<>(Language.byCode(text.titles())),
        new LinkedHashMap<>(Language.byCode(text.texts())));
  }

  /** The text, or everything that is wrong with it. */
  public Outcome<MessageText> read(String actor, Instant now) {
    Input input = new Input();
    String name = code == null ? "" : code;
    if (!name.matches(CODE)) {
      input.refuse("/code", ProgramCode.MESSAGE_CODE_FORM);
    }
    Map<Language, String> headings = texts(input, "/titles", titles, LONGEST_TITLE);
    Map<Language, String> bodies = texts(input, "/texts", texts, LONGEST_TEXT);
    if (texts == null || texts.isEmpty()) {
      input.refuse("/texts", InputCode.REQUIRED);
    }
    return input.faulty()
        ? Outcome.refused(input.refusals())
        : Outcome.done(new MessageText(name, headings, bodies, actor, now));
  }

  private static Map<Language, String> texts(
      Input input, String pointer, @Nullable Map<String, @Nullable String> sent, int longest) {
    Map<Language, String> read = new EnumMap<>(Language.class);
    if (sent == null) {
      return read;
    }
    sent.forEach((tag, text) -> {
      String at = pointer + "/" + Input.shortened(tag);
      Optional<Language> language =
          Arrays.stream(Language.values()).filter(one -> one.code().equals(tag)).findFirst();
      if (language.isEmpty()) {
        input.refuse(
            at,
            InputCode.UNKNOWN_VALUE,
            Map.of("value", Input.shortened(tag), "allowed", "en, fa, ar"));
        return;
      }
      String clean = input.text(at, text, longest);
      Placeholder.check(input, at, clean);
      read.put(language.get(), clean);
    });
    return read;
  }
}
