package club.vafa.portal.web;

import club.vafa.api.Change;
import club.vafa.api.Needs;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.CalendarKind.Parts;
import club.vafa.kernel.Digits;
import club.vafa.kernel.Language;
import club.vafa.kernel.Months;
import club.vafa.kernel.Outcome.Done;
import club.vafa.kernel.Outcome.Refused;
import club.vafa.kernel.Refusal;
import club.vafa.members.IdentifierKey;
import club.vafa.members.IdentifierKind;
import club.vafa.members.MemberChange;
import club.vafa.members.Members;
import club.vafa.members.NewConsent;
import club.vafa.members.Profile;
import club.vafa.portal.Desk;
import club.vafa.portal.Guest;
import club.vafa.portal.PortalCode;
import club.vafa.portal.web.ProfileSheet.Channel;
import club.vafa.portal.web.ProfileSheet.Filled;
import club.vafa.ui.Faults;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the club keeps of a member: looked at, and put right by the member. */
@Hidden
@Controller
class ProfilePage {
  private static final String PATH = "/me/profile";
  private static final String TEMPLATE = "portal/profile";
  private static final String OFFERS = "marketing";

  private final Members members;
  private final Desk desk;
  private final Clubs clubs;
  private final Pages pages;

  ProfilePage(Members members, Desk desk, Clubs clubs, Pages pages) {
    this.members = members;
    this.desk = desk;
    this.clubs = clubs;
    this.pages = pages;
  }

  /** What comes with the form; boxes that are not ticked are missing. */
  record Sent(
      @Nullable String first,
      @Nullable String last,
      @Nullable String day,
      @Nullable String month,
      @Nullable String year,
      @Nullable String language,
      @Nullable String sms,
      @Nullable String email) {
    Filled filled() {
      return new Filled(
          text(first), text(last), text(day), text(month), text(year), text(language));
    }

    private static String text(@Nullable String given) {
      return given == null ? "" : given.strip();
    }
  }

  @GetMapping(PATH)
  @Needs({})
  ResponseEntity<byte[]> profile(
      Screen screen, Guest guest, @RequestParam(defaultValue = "") String saved) {
    Profile profile = profile(guest);
    Filled filled =
        new Filled(
            Objects.requireNonNullElse(profile.firstName(), ""),
            Objects.requireNonNullElse(profile.lastName(), ""),
            "",
            "",
            "",
            profile.locale() == null
                ? screen.language().code()
                : Language.of(profile.locale()).code());
    After after = new After(!saved.isEmpty(), Faults.NONE);
    return pages.show(screen, TEMPLATE, sheet(screen, guest, filled, after));
  }

  private Profile profile(Guest guest) {
    return members.profile(guest.club(), guest.member()).orElseThrow();
  }

  /** What came of the last change. */
  private record After(boolean saved, Faults faults) {}

  private ProfileSheet sheet(Screen screen, Guest guest, Filled filled, After after) {
    Club club = clubs.get(guest.club());
    Profile profile = profile(guest);
    return new ProfileSheet(
        Hall.inside(club, "more"),
        profile.identifiers().stream()
            .filter(key -> key.kind() != IdentifierKind.EXTERNAL)
            .map(IdentifierKey::text)
            .toList(),
        filled,
        profile.birthDate(),
        Months.of(club.calendar(), screen.language()),
        channels(profile),
        after.saved(),
        after.faults());
  }

  /** The ways that lead to the member, and whether the club may go them. */
  private static List<Channel> channels(Profile profile) {
    List<Channel> channels = new ArrayList<>();
    if (profile.first(IdentifierKind.PHONE).isPresent()) {
      channels.add(new Channel("sms", isGiven(profile, "sms")));
    }
    if (profile.first(IdentifierKind.EMAIL).isPresent()) {
      channels.add(new Channel("email", isGiven(profile, "email")));
    }
    return channels;
  }

  private static boolean isGiven(Profile profile, String channel) {
    return profile.consents().stream()
        .anyMatch(
            one -> one.purpose().equals(OFFERS) && one.channel().equals(channel) && one.given());
  }

  @PostMapping(PATH)
  @Needs({})
  ResponseEntity<byte[]> change(Screen screen, Guest guest, @ModelAttribute Sent sent) {
    Filled filled = sent.filled();
    Club club = clubs.get(guest.club());
    boolean dated = !(filled.day() + filled.month() + filled.year()).isEmpty();
    Optional<LocalDate> born = dated ? birthday(club.calendar(), filled) : Optional.empty();
    if (dated && born.isEmpty()) {
      return again(
          screen, guest, filled, List.of(Refusal.at("/birthDate", PortalCode.BIRTHDAY_NO_DAY)));
    }
    return switch (desk.change(club, guest, change(guest, sent, born))) {
      case Done<Profile> _ -> saved(Language.of(filled.language()));
      case Refused<Profile>(var refusals) -> again(screen, guest, filled, refusals);
    };
  }

  private static Optional<LocalDate> birthday(CalendarKind calendar, Filled filled) {
    try {
      return calendar.date(
          new Parts(number(filled.year()), number(filled.month()), number(filled.day())));
    } catch (NumberFormatException noNumber) {
      return Optional.empty();
    }
  }

  private static int number(String text) {
    return Integer.parseInt(Digits.western(text));
  }

  private MemberChange change(Guest guest, Sent sent, Optional<LocalDate> born) {
    Filled filled = sent.filled();
    List<NewConsent> consents =
        channels(profile(guest)).stream()
            .filter(channel -> channel.given() != isTicked(sent, channel))
            .map(channel ->
                new NewConsent(OFFERS, channel.code(), isTicked(sent, channel), null, "portal"))
            .toList();
    return new MemberChange(
        null,
        null,
        null,
        null,
        null,
        to(filled.first()),
        to(filled.last()),
        born.map(day -> new Change<>(day)).orElse(null),
        to(Language.of(filled.language()).code()),
        null,
        consents);
  }

  private static boolean isTicked(Sent sent, Channel channel) {
    return (channel.code().equals("sms") ? sent.sms() : sent.email()) != null;
  }

  private static Change<String> to(String text) {
    return new Change<>(text.isEmpty() ? null : text);
  }

  private ResponseEntity<byte[]> again(
      Screen screen, Guest guest, Filled filled, List<Refusal> refusals) {
    After after = new After(false, pages.faults(screen, refusals));
    return pages.refused(screen, TEMPLATE, sheet(screen, guest, filled, after));
  }

  /** From here on the pages speak the language that was chosen, as the club's messages do. */
  private static ResponseEntity<byte[]> saved(Language language) {
    ResponseCookie cookie =
        ResponseCookie.from(Screen.LANGUAGE, language.code())
            .httpOnly(true)
            .sameSite("Lax")
            .path("/")
            .maxAge(Hall.REMEMBERED)
            .build();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(HttpHeaders.LOCATION, PATH + "?saved=yes")
        .header(HttpHeaders.SET_COOKIE, cookie.toString())
        .build();
  }
}
