package club.vafa.ui;

import club.vafa.api.Scope;
import club.vafa.kernel.Amount;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Language;
import club.vafa.kernel.Money;
import club.vafa.kernel.Months;
import club.vafa.kernel.Sentences;
import club.vafa.kernel.Speech;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page in the making, for one reader: every text, number and day on it is written through here.
 *
 * @param path of the request, which tells where in the menu the reader is
 * @param fragment whether only a part of a page is asked for, to be put into one that is shown
 * @param toast what was done on the page before, to be told on this one
 */
public record Screen(
    Language language,
    Theme theme,
    String path,
    boolean fragment,
    @Nullable Visitor visitor,
    List<MenuEntry> menu,
    @Nullable Toast toast,
    Tools tools) {

  /** The cookie that keeps which language the reader chose. */
  public static final String LANGUAGE = "vafa_language";

  private static final LocalDate EXAMPLE = LocalDate.of(2026, 6, 1);

  /** What writes for all readers of a language. */
  record Tools(Sentences sentences, Speech speech, Assets assets) {}

  public Screen {
    menu = List.copyOf(menu);
  }

  public String direction() {
    return language.rightToLeft() ? "rtl" : "ltr";
  }

  /** All languages, the reader's own first. */
  public List<Language> languages() {
    List<Language> all = new ArrayList<>(List.of(Language.values()));
    all.remove(language);
    all.addFirst(language);
    return all;
  }

  /** A text of the language files. */
  public String text(String key) {
    return tools.sentences().text(language, key, Map.of());
  }

  /** A text with arguments: a name and what stands for it, in turn. */
  public String text(String key, Object... arguments) {
    Map<String, Object> named = new LinkedHashMap<>();
    for (int at = 0; at < arguments.length; at += 2) {
      named.put(arguments[at].toString(), arguments[at + 1]);
    }
    return tools.sentences().text(language, key, named);
  }

  public String number(long number) {
    return tools.speech().number(number, 0);
  }

  public String amount(Amount amount) {
    return tools.speech().number(amount.minor(), amount.decimals());
  }

  /** Minor units of the club's money. */
  public String money(long minor) {
    return tools.speech().price(new Money(minor, club().currency()));
  }

  public String day(LocalDate day) {
    return tools.speech().date(day, club().calendar());
  }

  public String day(Instant at) {
    return day(LocalDate.ofInstant(at, club().zone()));
  }

  /** A day of every year in the club's calendar. */
  public String dayOfYear(int month, int day) {
    return tools.speech().monthDay(month, day, club().calendar());
  }

  public String time(Instant at) {
    return tools.speech().dateTime(at.atZone(club().zone()), club().calendar());
  }

  /** A day as it is typed into a form. */
  public String typed(LocalDate day) {
    return tools.speech().typedDate(day, club().calendar());
  }

  /** A day as it may be typed, to show what is meant: the first of a year. */
  public String dayExample() {
    return typed(club().calendar().firstDayOfYear(EXAMPLE));
  }

  /** The names of its months, separated by commas. */
  public String months() {
    return String.join(",", Months.of(club().calendar(), language));
  }

  /** The club's calendar by the name browsers know it by. */
  public String calendar() {
    CalendarKind calendar = club().calendar();
    return calendar == CalendarKind.GREGORIAN ? "gregory" : calendar.type();
  }

  /** The club's money with more decimals than it has coins for. */
  public String fine(BigDecimal money) {
    return tools.speech().number(money) + "\u00A0" + currencySign();
  }

  /** How the club's money is marked. */
  public String currencySign() {
    return tools.speech().sign(club().currency());
  }

  /** A name or a number of another direction, to stand inside a sentence without disturbing it. */
  public String apart(String text) {
    return "\u2068" + text + "\u2069";
  }

  /** Who did something, by the name the books know them by: {@code staff:sara}. */
  public String who(String actor) {
    int colon = actor.indexOf(':');
    String name = apart(actor.substring(colon + 1));
    return actor.startsWith("key:") ? text("ui.who.key", "key", name) : name;
  }

  /** What a filter offers: everything, or one of its options. */
  public List<Option> options(Filter filter) {
    List<Option> options = new ArrayList<>();
    options.add(new Option("", text("ui.table.any")));
    filter
        .options()
        .forEach(option -> options.add(new Option(option.value(), text(option.text()))));
    return options;
  }

  /** The address of one of the files that pages are dressed with. */
  public String asset(String file) {
    return tools.assets().path(file);
  }

  /** What the pages of the reader's club wear; nothing of their own where there is none. */
  public Dress dress() {
    return visitor == null ? Dress.PLAIN : visitor.dress();
  }

  /** The address of the logo of a club, or of the mark of Vafa. */
  public String logo(Dress dress) {
    return dress.logo().isEmpty() ? asset("mark.svg") : dress.logo();
  }

  public boolean may(Scope scope) {
    return visitor != null && visitor.caller().may(scope);
  }

  /** Whether this entry leads to where the reader is. */
  public boolean isAt(MenuEntry entry) {
    return isBelow(entry.path());
  }

  /** Whether an address is the page the reader is on or one below it. */
  public boolean isBelow(String other) {
    return path.equals(other) || path.startsWith(other + "/");
  }

  public Visitor club() {
    if (visitor == null) {
      throw new IllegalStateException("a page for everybody shows nothing of a club");
    }
    return visitor;
  }
}
