package club.vafa.rewards.web;

import club.vafa.api.Cursor;
import club.vafa.api.InputRefused;
import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.api.Scope;
import club.vafa.clubs.Club;
import club.vafa.kernel.MemberId;
import club.vafa.members.MemberFilter;
import club.vafa.members.MemberNames;
import club.vafa.members.Members;
import club.vafa.members.Profile;
import club.vafa.rewards.Claim;
import club.vafa.rewards.ClaimQuery;
import club.vafa.rewards.Rewards;
import club.vafa.ui.Asked;
import club.vafa.ui.Cell;
import club.vafa.ui.Rows;
import club.vafa.ui.Screen;
import club.vafa.ui.TableForm;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Claims as rows of a list, in the order in which they were made or the other way round. */
record ClaimRows(Rewards rewards, Members members, RewardWords words, TableForm form)
    implements Rows {
  private static final int OF_A_NAME = 200;

  private Screen screen() {
    return words.screen();
  }

  private Club club() {
    return words.club();
  }

  private ClaimQuery query(Asked asked) {
    String state = asked.value("state");
    return new ClaimQuery(
        asked.wanted().isEmpty() ? null : meant(asked.wanted()),
        state.isEmpty() ? null : Claim.State.valueOf(state.toUpperCase(Locale.ROOT)),
        asked.day("from").map(this::start).orElse(null),
        asked.day("until").map(day -> start(day.plusDays(1))).orElse(null),
        !asked.descending());
  }

  /** Whom something typed may mean; of a name that many bear, those who joined last. */
  private List<MemberId> meant(String typed) {
    MemberFilter filter =
        new MemberFilter(typed, null, null, null, null, MemberFilter.Order.JOINED, true);
    Members.Part part = new Members.Part(null, OF_A_NAME);
    return InputRefused.unlessDone(members.listed(club().id(), club().region(), filter, part))
        .data()
        .stream()
        .map(Profile::id)
        .toList();
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(screen().club().zone()).toInstant();
  }

  @Override
  public Page<List<Cell>> part(Asked asked, @Nullable String after, int most) {
    Cursor.Start start = InputRefused.unlessDone(Cursor.readId(after));
    Page<Claim> page = rewards.claims(club().id(), query(asked), new Paging(most, start.after()));
    MemberNames names = MemberNames.of(screen(), members, page.data().stream().map(Claim::member));
    return page.map(claim -> {
      String name = names.of(claim.member());
      return form.shown(asked).stream().map(column -> cell(claim, name, column.code())).toList();
    });
  }

  private Cell cell(Claim claim, String member, String column) {
    return switch (column) {
      case "reward" -> Cell.link(reward(claim), form.path() + "/" + claim.id());
      case "member" -> member(claim, member);
      case "pieces" -> Cell.of(claim.quantity(), screen().number(claim.quantity()));
      case "paid" -> Cell.text(words.paid(claim));
      case "at" -> Cell.of(claim.claimedAt().toString(), screen().time(claim.claimedAt()));
      case "until" ->
          claim.dueAt() == null
              ? Cell.text("")
              : Cell.of(claim.dueAt().toString(), screen().day(claim.dueAt().minusMillis(1)));
      default -> Cell.of(words.mark(claim.state()));
    };
  }

  /** Files hold a telephone number without what keeps its digits in order on a page. */
  private Cell member(Claim claim, String member) {
    String link = screen().may(Scope.MEMBERS_READ) ? "/console/members/" + claim.member() : null;
    return new Cell(member.replaceAll("[\u2066\u2069]", ""), member, link, null, false);
  }

  private String reward(Claim claim) {
    return rewards.terms(club().id(), claim.reward(), claim.version()).name(screen().language());
  }

  @Override
  public long count(Asked asked, int most) {
    return rewards.countedClaims(club().id(), query(asked), most);
  }
}
