package club.vafa.ui;

import club.vafa.api.Call;
import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.kernel.Speech;
import club.vafa.kernel.Toman;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** Makes the screen of a request: who reads, in which language and light, and where they may go. */
@Component
class Screens {
  private static final String PART = "HX-Request";

  private final ObjectProvider<MenuEntry> menu;
  private final Map<Language, Screen.Tools> tools = new EnumMap<>(Language.class);
  private final Map<Language, Screen.Tools> inToman = new EnumMap<>(Language.class);

  Screens(ObjectProvider<MenuEntry> menu, Sentences sentences, Assets assets) {
    this.menu = menu;
    for (Language language : Language.values()) {
      Speech speech = new Speech(language);
      tools.put(language, new Screen.Tools(sentences, speech, assets));
      Speech toman = speech.inToman(sentences.text(language, Toman.WORD, Map.of()));
      inToman.put(language, new Screen.Tools(sentences, toman, assets));
    }
  }

  Screen of(HttpServletRequest request) {
    String chosen = cookie(request, Screen.LANGUAGE);
    Language language = chosen == null ? Call.current().language() : Language.of(chosen);
    Visitor visitor =
        request.getAttribute(Visitor.ATTRIBUTE) instanceof Visitor known ? known : null;
    boolean part = request.getHeader(PART) != null && request.getHeader("HX-Boosted") == null;
    return new Screen(
        language,
        Theme.of(cookie(request, Theme.COOKIE)),
        request.getRequestURI(),
        part,
        visitor,
        menu(visitor),
        part ? null : Toast.read(cookie(request, Toast.COOKIE)).orElse(null),
        Objects.requireNonNull(
            (visitor != null && visitor.toman() ? inToman : tools).get(language)));
  }

  private List<MenuEntry> menu(@Nullable Visitor visitor) {
    return visitor == null
        ? List.of()
        : menu.stream()
            .filter(entry -> visitor.caller().may(entry.needs()))
            .sorted(Comparator.comparingInt(MenuEntry::place))
            .toList();
  }

  private static @Nullable String cookie(HttpServletRequest request, String name) {
    Cookie cookie = WebUtils.getCookie(request, name);
    return cookie == null ? null : cookie.getValue();
  }
}
