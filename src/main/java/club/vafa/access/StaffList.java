package club.vafa.access;

import club.vafa.api.Caller;
import club.vafa.api.Cursor;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.ClubsCode;
import club.vafa.kernel.Clock;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Ids;
import club.vafa.kernel.Input;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import club.vafa.kernel.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The staff of a club: let in, changed, blocked. Nobody gives or takes rights they lack. */
@Component
public class StaffList {
  private static final int LONGEST_NAME = 200;

  private final StaffStore store;
  private final Clubs clubs;
  private final Passwords passwords;
  private final Tickets tickets;
  private final Audit audit;
  private final Ids ids;
  private final Clock clock;

  StaffList(
      StaffStore store,
      Clubs clubs,
      Passwords passwords,
      Tickets tickets,
      Audit audit,
      Ids ids,
      Clock clock) {
    this.store = store;
    this.clubs = clubs;
    this.passwords = passwords;
    this.tickets = tickets;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  public Page<Staff> list(ClubId club, Paging paging) {
    return Page.of(
        store.list(club, paging.after(), paging.limit() + 1),
        paging.limit(),
        staff -> Cursor.of(staff.id().value()));
  }

  public Optional<Staff> find(ClubId club, StaffId id) {
    return store.find(club, id);
  }

  @Transactional
  public Outcome<Staff> add(Caller caller, NewStaff wanted) {
    Input input = new Input();
    String login = login(input, wanted.login());
    String name = input.text("/name", wanted.name(), LONGEST_NAME);
    Role role = input.required("/role", wanted.role());
    password(input, input.required("/password", wanted.password()));
    branch(input, caller.club(), wanted.branch());
    if (input.faulty() || role == null || wanted.password() == null) {
      return Outcome.refused(input.refusals());
    }
    if (!caller.scopes().containsAll(role.scopes())) {
      return Outcome.refused(roleNotHeld(role));
    }
    Language language = wanted.language();
    Staff staff =
        new Staff(
            new StaffId(ids.next()),
            login,
            name,
            role,
            wanted.branch(),
            language == null ? clubs.get(caller.club()).language() : language,
            Staff.State.ACTIVE,
            clock.instant());
    if (!store.insert(caller.club(), staff, passwords.hash(wanted.password()))) {
      return Outcome.refused(Refusal.at("/login", AccessCode.LOGIN_TAKEN, Map.of("login", login)));
    }
    write(caller, "staff.added", null, staff);
    return Outcome.done(staff);
  }

  @Transactional
  public Outcome<Staff> change(Caller caller, StaffId id, StaffChange change) {
    List<StaffId> owners = store.lockOwners(caller.club());
    Optional<Staff> found = store.find(caller.club(), id);
    if (found.isEmpty()) {
      return Outcome.refused(Refusal.of(AccessCode.STAFF_NOT_FOUND));
    }
    Staff before = found.get();
    Input input = new Input();
    Staff after = changed(input, before, change);
    branch(input, caller.club(), change.branch() == null ? null : change.branch().value());
    password(input, change.password());
    if (input.faulty()) {
      return Outcome.refused(input.refusals());
    }
    for (Role role : List.of(before.role(), after.role())) {
      if (!caller.scopes().containsAll(role.scopes())) {
        return Outcome.refused(roleNotHeld(role));
      }
    }
    boolean staysOwner = after.role() == Role.OWNER && after.active();
    if (!staysOwner && owners.equals(List.of(id))) {
      return Outcome.refused(Refusal.of(AccessCode.LAST_OWNER));
    }
    apply(caller, before, after, change.password());
    return Outcome.done(after);
  }

  private void apply(Caller caller, Staff before, Staff after, @Nullable String password) {
    store.update(caller.club(), after);
    if (password != null) {
      store.setPassword(caller.club(), after.id(), passwords.hash(password));
      write(caller, "staff.password_changed", null, null, after);
    }
    if (!before.equals(after)) {
      write(caller, "staff.changed", before, after);
    }
    if (password != null || !after.active()) {
      store.endSessionsOf(caller.club(), after.id());
    }
    tickets.forgetAfterCommit();
  }

  private static Staff changed(Input input, Staff before, StaffChange change) {
    String name = input.optionalText("/name", change.name(), LONGEST_NAME);
    return new Staff(
        before.id(),
        before.login(),
        name == null ? before.name() : name,
        change.role() == null ? before.role() : change.role(),
        change.branch() == null ? before.branch() : change.branch().value(),
        change.language() == null ? before.language() : change.language(),
        change.state() == null ? before.state() : change.state(),
        before.createdAt());
  }

  private static String login(Input input, @Nullable String text) {
    String login = input.text("/login", text, 60).toLowerCase(Locale.ROOT);
    if (!login.isEmpty() && !login.matches("[a-z0-9][a-z0-9._-]{0,59}")) {
      input.refuse("/login", AccessCode.LOGIN_FORM);
    }
    return login;
  }

  private static void password(Input input, @Nullable String password) {
    if (password == null) {
      return;
    }
    if (password.length() < Passwords.SHORTEST) {
      input.refuse("/password", AccessCode.PASSWORD_TOO_SHORT, Map.of("limit", Passwords.SHORTEST));
    }
    input.optionalText("/password", password, Passwords.LONGEST);
  }

  private void branch(Input input, ClubId club, @Nullable String branch) {
    if (branch != null && clubs.branches(club).stream().noneMatch(b -> b.code().equals(branch))) {
      input.refuse("/branch", ClubsCode.BRANCH_UNKNOWN, Map.of("value", Input.shortened(branch)));
    }
  }

  private static Refusal roleNotHeld(Role role) {
    return Refusal.at(
        "/role", AccessCode.ROLE_NOT_HELD, Map.of("role", role.name().toLowerCase(Locale.ROOT)));
  }

  private void write(Caller caller, String action, @Nullable Staff before, Staff after) {
    write(caller, action, before, after, after);
  }

  private void write(
      Caller caller, String action, @Nullable Staff before, @Nullable Staff after, Staff subject) {
    audit.write(
        caller.club(), caller.actor(), new Audit.Line(action, subject.id().value(), before, after));
  }
}
