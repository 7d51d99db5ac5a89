package club.vafa.operations.imports;

import club.vafa.clubs.Branch;
import club.vafa.clubs.Clubs;
import club.vafa.clubs.Terminal;
import club.vafa.earning.NewPurchase;
import club.vafa.installation.ClubScope;
import club.vafa.kernel.ClubId;
import java.util.List;

/** Makes the branches and terminals that a file names and the club does not have. */
final class Places {
  private static final int LONGEST = 64;

  private final Clubs clubs;
  private final ClubId club;

  Places(Clubs clubs, ClubId club) {
    this.clubs = clubs;
    this.club = club;
  }

  /** Answers how many there are more now. */
  long create(List<Group> groups) {
    long created = 0;
    for (Group group : groups) {
      NewPurchase purchase = group.purchase();
      String branch = purchase == null ? null : purchase.branch();
      if (purchase != null && branch != null && branch.length() <= LONGEST) {
        String terminal = purchase.terminal();
        created += create(branch, terminal == null ? "" : terminal);
      }
    }
    return created;
  }

  private int create(String branch, String terminal) {
    if (clubs.has(club, branch, terminal)) {
      return 0;
    }
    boolean fresh = !clubs.has(club, branch, "");
    if (fresh) {
      ClubScope.call(club, () -> clubs.putBranch(club, new Branch(branch, branch)));
    }
    if (!terminal.isEmpty() && terminal.length() <= LONGEST) {
      ClubScope.call(club, () -> clubs.putTerminal(club, new Terminal(branch, terminal, terminal)));
    }
    return fresh ? 1 : 0;
  }
}
