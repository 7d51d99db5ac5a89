package club.vafa.earning.web;

import club.vafa.activity.Activity;
import club.vafa.activity.Purchase;
import club.vafa.activity.SalesQuery;
import club.vafa.api.Caller;
import club.vafa.api.Cursor;
import club.vafa.api.InputRefused;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.clubs.Branch;
import club.vafa.kernel.MemberId;
import club.vafa.kernel.Money;
import club.vafa.kernel.TypeId;
import club.vafa.members.Members;
import club.vafa.members.Profile;
import club.vafa.ui.Asked;
import club.vafa.ui.Cell;
import club.vafa.ui.Column;
import club.vafa.ui.Rows;
import club.vafa.ui.Screen;
import club.vafa.ui.TableForm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Purchases as rows of a list, the latest first. */
record PurchaseRows(Activity activity, Members members, Screen screen, Shown shown)
    implements Rows {
  /** The list, and the branches whose names stand in it. */
  record Shown(TableForm form, List<Branch> branches) {}

  private SalesQuery query(Asked asked) {
    String own = caller().branch();
    String branch = asked.value("branch");
    return new SalesQuery(
        asked.wanted().isEmpty() ? null : asked.wanted(),
        own == null ? branch.isEmpty() ? null : branch : own,
        asked.day("from").map(this::start).orElse(null),
        asked.day("until").map(day -> start(day.plusDays(1))).orElse(null));
  }

  private Caller caller() {
    return screen.club().caller();
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(screen.club().zone()).toInstant();
  }

  @Override
  public Page<List<Cell>> part(Asked asked, @Nullable String after, int most) {
    Cursor.Start start = InputRefused.unlessDone(Cursor.readId(after));
    Page<Purchase> page =
        activity.list(caller().club(), query(asked), new Paging(most, start.after()));
    List<MemberId> buyers =
        page.data().stream().map(Purchase::member).filter(Objects::nonNull).distinct().toList();
    Map<MemberId, Profile> profiles =
        members.profiles(caller().club(), buyers).stream()
            .collect(Collectors.toMap(Profile::id, Function.identity()));
    return page.map(one ->
        shown.form().shown(asked).stream().map(column -> cell(one, profiles, column)).toList());
  }

  private Cell cell(Purchase one, Map<MemberId, Profile> profiles, Column column) {
    return switch (column.code()) {
      case "at" ->
          new Cell(
              one.occurredAt().toString(),
              screen.time(one.occurredAt()),
              shown.form().path() + "/" + TypeId.text(Purchase.PREFIX, one.id()),
              null,
              false);
      case "number" -> Cell.code(one.key().externalId());
      case "member" -> member(one.member(), profiles);
      case "branch" -> branch(one.branch() == null ? "" : one.branch());
      case "staff" -> Cell.text(one.staff() == null ? "" : one.staff());
      case "total" -> money(one.total());
      case "discount" -> money(one.discount());
      default -> money(one.total() - one.discount());
    };
  }

  /** Files keep the code. */
  private Cell branch(String code) {
    return Cell.of(code, Branch.named(shown.branches(), code));
  }

  private Cell member(@Nullable MemberId id, Map<MemberId, Profile> profiles) {
    if (id == null) {
      return Cell.text("");
    }
    Profile profile = profiles.get(id);
    String name = profile == null ? "" : profile.name();
    return screen.may(Scope.MEMBERS_READ)
        ? Cell.link(name.isEmpty() ? screen.text("earning.list.nameless") : name, path(id))
        : Cell.text(name);
  }

  private static String path(MemberId id) {
    return "/console/members/" + id;
  }

  private Cell money(long minor) {
    return Cell.of(new Money(minor, screen.club().currency()).decimal(), screen.money(minor));
  }

  @Override
  public long count(Asked asked, int most) {
    return activity.counted(caller().club(), query(asked), most);
  }
}
