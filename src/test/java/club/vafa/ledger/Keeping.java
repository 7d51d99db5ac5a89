package club.vafa.ledger;

import club.vafa.clubs.Club;
import club.vafa.installation.ClubScope;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the books of a club: opened, worked on and written in one transaction. */
record Keeping(Ledger ledger, TransactionTemplate transaction, Club club) {
  <T> T in(Scope scope, Function<Books, T> work) {
    return ClubScope.call(
        club.id(),
        () ->
            transaction.execute(_ -> {
              Books books = ledger.open(club, scope);
              T done = work.apply(books);
              ledger.write(books);
              return done;
            }));
  }
}
