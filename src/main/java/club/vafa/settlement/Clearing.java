package club.vafa.settlement;

import club.vafa.settlement.PartnersStatement.Account;
import club.vafa.settlement.PartnersStatement.Transfer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Who pays whom so that a period is even, in few payments: who owes most pays who is owed most, and
 * the kitty takes or gives the rest. What prepaid partners owe lies in the kitty already.
 */
final class Clearing {
  private static final String KITTY = "";

  private Clearing() {}

  private record Share(String who, long money) {}

  static List<Transfer> of(List<Account> accounts) {
    List<Share> owing = new ArrayList<>();
    List<Share> owed = new ArrayList<>();
    long kitty = 0;
    for (Account account : accounts) {
      boolean paid = account.billing() == Partner.Billing.PREPAID && account.net() > 0;
      kitty = Math.addExact(kitty, paid ? 0 : account.net());
      if (account.net() > 0 && !paid) {
        owing.add(new Share(account.partner(), account.net()));
      } else if (account.net() < 0) {
        owed.add(new Share(account.partner(), -account.net()));
      }
    }
    // Last of its side, so that partners pay each other first.
    Deque<Share> from = largestFirst(owing);
    Deque<Share> to = largestFirst(owed);
    if (kitty > 0) {
      to.addLast(new Share(KITTY, kitty));
    } else if (kitty < 0) {
      from.addLast(new Share(KITTY, -kitty));
    }
    return match(from, to);
  }

  private static Deque<Share> largestFirst(List<Share> shares) {
    shares.sort(Comparator.comparingLong(Share::money).reversed().thenComparing(Share::who));
    return new ArrayDeque<>(shares);
  }

  private static List<Transfer> match(Deque<Share> from, Deque<Share> to) {
    List<Transfer> transfers = new ArrayList<>();
    while (!from.isEmpty() && !to.isEmpty()) {
      Share payer = from.removeFirst();
      Share taker = to.removeFirst();
      long money = Math.min(payer.money(), taker.money());
      transfers.add(new Transfer(payer.who(), taker.who(), money));
      if (payer.money() > money) {
        from.addFirst(new Share(payer.who(), payer.money() - money));
      }
      if (taker.money() > money) {
        to.addFirst(new Share(taker.who(), taker.money() - money));
      }
    }
    return transfers;
  }
}
