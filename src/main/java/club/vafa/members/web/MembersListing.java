package club.vafa.members.web;

import club.vafa.api.InputRefused;
import club.vafa.api.Page;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.clubs.Clubs;
import club.vafa.members.IdentifierKey;
import club.vafa.members.IdentifierKind;
import club.vafa.members.MemberFilter;
import club.vafa.members.MemberFilter.Order;
import club.vafa.members.MemberNames;
import club.vafa.members.MemberState;
import club.vafa.members.Members;
import club.vafa.members.Profile;
import club.vafa.ui.Asked;
import club.vafa.ui.Cell;
import club.vafa.ui.Column;
import club.vafa.ui.Filter;
import club.vafa.ui.Option;
import club.vafa.ui.Rows;
import club.vafa.ui.Screen;
import club.vafa.ui.TableForm;
import club.vafa.ui.Tone;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The list of members: what can be seen of them, and by what they are found. */
@Component
class MembersListing {
  static final String PATH = "/console/members";

  static final TableForm LISTING =
      new TableForm(
          PATH,
          "members.search.hint",
          List.of(
              new Column("name", "members.name", true, true, false),
              new Column("phone", "members.phone", false, true, false),
              new Column("email", "members.kind.email", false, false, false),
              new Column("external", "members.kind.external", false, false, false),
              new Column("born", "members.born", false, false, false),
              new Column("joined", "members.joined", true, true, false),
              new Column("state", "members.state", false, true, false)),
          List.of(
              new Filter(
                  "state",
                  "members.state",
                  Stream.of(MemberState.values())
                      .map(state -> new Option(code(state), "members.state." + code(state)))
                      .toList()),
              new Filter(
                  "phone",
                  "members.phone",
                  List.of(
                      new Option("yes", "members.phone.yes"),
                      new Option("no", "members.phone.no"))),
              Filter.day("from", "members.joined_from"),
              Filter.day("until", "members.joined_until")),
          "-joined",
          Scope.MEMBERS_EXPORT);

  private final Members members;
  private final Clubs clubs;

  MembersListing(Members members, Clubs clubs) {
    this.members = members;
    this.clubs = clubs;
  }

  static String code(MemberState state) {
    return state.name().toLowerCase(Locale.ROOT);
  }

  static MemberFilter filter(Club club, Asked asked) {
    String state = asked.value("state");
    String phone = asked.value("phone");
    return new MemberFilter(
        asked.wanted(),
        state.isEmpty() ? null : MemberState.valueOf(state.toUpperCase(Locale.ROOT)),
        asked.day("from").map(day -> start(club, day)).orElse(null),
        asked.day("until").map(day -> start(club, day.plusDays(1))).orElse(null),
        phone.isEmpty() ? null : phone.equals("yes"),
        asked.order().equals("name") ? Order.NAME : Order.JOINED,
        asked.descending());
  }

  private static Instant start(Club club, LocalDate day) {
    return day.atStartOfDay(club.zone()).toInstant();
  }

  /** The members as rows, for one reader. */
  Rows rows(Screen screen) {
    return new MemberRows(members, clubs.get(screen.club().caller().club()), screen);
  }

  private record MemberRows(Members members, Club club, Screen screen) implements Rows {
    @Override
    public Page<List<Cell>> part(Asked asked, @Nullable String after, int most) {
      return InputRefused.unlessDone(
              members.listed(
                  club.id(), club.region(), filter(club, asked), new Members.Part(after, most)))
          .map(profile -> row(screen, asked, profile));
    }

    @Override
    public long count(Asked asked, int most) {
      return members.counted(club.id(), club.region(), filter(club, asked), most);
    }
  }

  static List<Cell> row(Screen screen, Asked asked, Profile profile) {
    List<Cell> cells = new ArrayList<>();
    for (Column column : LISTING.shown(asked)) {
      cells.add(cell(screen, profile, column.code()));
    }
    return cells;
  }

  private static Cell cell(Screen screen, Profile profile, String column) {
    return switch (column) {
      case "name" -> {
        String shown = MemberNames.plain(screen, profile);
        yield new Cell(profile.name(), shown, PATH + "/" + profile.id(), null, false);
      }
      case "phone" -> Cell.code(first(profile, IdentifierKind.PHONE));
      case "email" -> Cell.code(first(profile, IdentifierKind.EMAIL));
      case "external" -> Cell.code(first(profile, IdentifierKind.EXTERNAL));
      case "born" ->
          profile.birthDate() == null
              ? Cell.text("")
              : Cell.of(profile.birthDate(), screen.day(profile.birthDate()));
      case "joined" -> {
        LocalDate day = LocalDate.ofInstant(profile.joinedAt(), screen.club().zone());
        yield Cell.of(day, screen.day(day));
      }
      default ->
          Cell.badge(
              screen.text("members.state." + code(profile.state())),
              profile.state() == MemberState.ACTIVE ? Tone.GOOD : Tone.BAD);
    };
  }

  private static String first(Profile profile, IdentifierKind kind) {
    return profile.first(kind).map(IdentifierKey::text).orElse("");
  }
}
