package club.vafa.ledger;

import club.vafa.clubs.Club;
import java.util.List;

/**
 * Books that another room keeps because they are no member's, as those of gift cards. They are
 * proved whenever the books of members are, and reported with them.
 */
public interface MoreBooks {
  /** The checks that do not hold. */
  List<Verification.Failure> prove(Club club);

  /** The codes of all checks that are made. */
  List<String> checks();
}
