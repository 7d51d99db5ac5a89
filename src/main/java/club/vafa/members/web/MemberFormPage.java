package club.vafa.members.web;

import club.vafa.api.Caller;
import club.vafa.api.Change;
import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import club.vafa.members.Enrolment;
import club.vafa.members.IdentifierKey;
import club.vafa.members.IdentifierKind;
import club.vafa.members.MemberChange;
import club.vafa.members.MemberNames;
import club.vafa.members.NewMember;
import club.vafa.members.Profile;
import club.vafa.members.Profiles;
import club.vafa.members.web.MemberDesk.Sent;
import club.vafa.members.web.MemberDesk.Told;
import club.vafa.ui.Faults;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import club.vafa.ui.Toast;
import club.vafa.ui.Typed;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Somebody joins by hand, and what is kept of them is put right. */
@Hidden
@Controller
class MemberFormPage {
  private static final String TEMPLATE = "members/form";
  private static final String BORN = "birthDate";

  /** The club's own field that the member's page shows as its note. */
  static final String NOTE = "note";

  private final Enrolment enrolment;
  private final Profiles profiles;
  private final MemberDesk desk;
  private final Clubs clubs;
  private final Pages pages;

  MemberFormPage(
      Enrolment enrolment, Profiles profiles, MemberDesk desk, Clubs clubs, Pages pages) {
    this.enrolment = enrolment;
    this.profiles = profiles;
    this.desk = desk;
    this.clubs = clubs;
    this.pages = pages;
  }

  @GetMapping(MembersListing.PATH + "/new")
  @Needs(Scope.MEMBERS_WRITE)
  ResponseEntity<byte[]> blank(Screen screen) {
    return pages.show(screen, TEMPLATE, joining(screen));
  }

  private static MemberForm joining(Screen screen) {
    return form(
        screen.text("members.new"),
        screen.text("members.new.hint"),
        screen.text("members.new.do"),
        MembersListing.PATH + "/new");
  }

  private static MemberForm form(String title, String text, String button, String path) {
    return new MemberForm(
        title, text, button, path, MembersListing.PATH, Typed.NOTHING, Faults.NONE, List.of());
  }

  @PostMapping(MembersListing.PATH + "/new")
  @Needs(Scope.MEMBERS_WRITE)
  ResponseEntity<byte[]> join(Screen screen, Caller caller, Typed typed) {
    Club club = clubs.get(caller.club());
    return desk.answer(
        new Sent(screen, TEMPLATE, joining(screen), typed),
        joining(club, typed).then(member -> enrolment.enrol(club, member)),
        id -> new Told(MemberDesk.path(id), new Toast(screen.text("members.new.done"), null)));
  }

  private static Outcome<NewMember> joining(Club club, Typed typed) {
    return born(club, typed)
        .map(born ->
            new NewMember(
                given(typed, "phone"),
                given(typed, "email"),
                null,
                given(typed, "externalId"),
                given(typed, "firstName"),
                given(typed, "lastName"),
                born.orElse(null),
                null,
                typed.at(NOTE).isEmpty() ? Map.of() : Map.of(NOTE, typed.at(NOTE)),
                List.of(),
                null));
  }

  private static Outcome<Optional<LocalDate>> born(Club club, Typed typed) {
    Input input = new Input();
    Optional<LocalDate> born = typed.day(BORN, club.calendar(), input);
    return input.faulty() ? Outcome.refused(input.refusals()) : Outcome.done(born);
  }

  private static @Nullable String given(Typed typed, String field) {
    return typed.at(field).isEmpty() ? null : typed.at(field);
  }

  @GetMapping(MembersListing.PATH + "/{id}/edit")
  @Needs(Scope.MEMBERS_WRITE)
  ResponseEntity<byte[]> edit(Screen screen, Caller caller, @PathVariable String id) {
    Profile profile = desk.profile(caller, id);
    return pages.show(
        screen, TEMPLATE, editing(screen, profile).again(typed(screen, profile), Faults.NONE));
  }

  private static MemberForm editing(Screen screen, Profile profile) {
    String path = MemberDesk.path(profile.id());
    return new MemberForm(
        screen.text("members.edit.title", "name", MemberNames.plain(screen, profile)),
        "",
        screen.text("ui.save"),
        path + "/edit",
        path,
        Typed.NOTHING,
        Faults.NONE,
        List.of());
  }

  private static Typed typed(Screen screen, Profile profile) {
    Map<String, String> fields = new HashMap<>();
    fields.put("firstName", Objects.requireNonNullElse(profile.firstName(), ""));
    fields.put("lastName", Objects.requireNonNullElse(profile.lastName(), ""));
    fields.put("phone", text(profile, IdentifierKind.PHONE));
    fields.put("email", text(profile, IdentifierKind.EMAIL));
    fields.put("externalId", text(profile, IdentifierKind.EXTERNAL));
    fields.put(BORN, profile.birthDate() == null ? "" : screen.typed(profile.birthDate()));
    fields.put(NOTE, Objects.toString(profile.attributes().get(NOTE), ""));
    fields.put("version", Integer.toString(profile.version()));
    return new Typed(fields);
  }

  private static String text(Profile profile, IdentifierKind kind) {
    return profile.first(kind).map(IdentifierKey::text).orElse("");
  }

  @PostMapping(MembersListing.PATH + "/{id}/edit")
  @Needs(Scope.MEMBERS_WRITE)
  ResponseEntity<byte[]> change(
      Screen screen, Caller caller, @PathVariable String id, Typed typed) {
    Club club = clubs.get(caller.club());
    Profile profile = desk.profile(caller, id);
    return desk.answer(
        new Sent(screen, TEMPLATE, editing(screen, profile), typed),
        born(club, typed)
            .then(born ->
                profiles.change(club, profile.id(), change(profile, typed, born.orElse(null)))),
        after ->
            new Told(
                MemberDesk.path(after.id()), new Toast(screen.text("members.edit.done"), null)));
  }

  private static MemberChange change(Profile before, Typed typed, @Nullable LocalDate born) {
    String source = before.first(IdentifierKind.EXTERNAL).map(IdentifierKey::source).orElse(null);
    return new MemberChange(
        version(typed),
        changed(typed, "phone", text(before, IdentifierKind.PHONE)),
        changed(typed, "email", text(before, IdentifierKind.EMAIL)),
        source,
        changed(typed, "externalId", text(before, IdentifierKind.EXTERNAL)),
        new Change<>(given(typed, "firstName")),
        new Change<>(given(typed, "lastName")),
        new Change<>(born),
        null,
        Collections.singletonMap(NOTE, given(typed, NOTE)),
        null);
  }

  private static @Nullable Change<String> changed(Typed typed, String field, String before) {
    return typed.at(field).equals(before) ? null : new Change<>(given(typed, field));
  }

  private static @Nullable Integer version(Typed typed) {
    return typed.at("version").matches("\\d{1,9}") ? Integer.valueOf(typed.at("version")) : null;
  }
}
