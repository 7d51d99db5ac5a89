package club.vafa.settlement;

import club.vafa.kernel.Rate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the partners of a coalition owe and are owed for a period. Money is in minor units, and
 * above zero where a partner owes the kitty.
 *
 * @param number of the period; the open one has the number it will be closed under
 * @param unassigned what happened where no partner was: units without money
 * @param transfers who pays whom so that all are even for this period
 * @param kittyBefore what the kitty held before: all nets of the periods before
 * @param kitty what this period adds to it: the sum of all nets
 */
public record PartnersStatement(
    int number,
    LocalDate first,
    LocalDate last,
    boolean closed,
    List<Account> accounts,
    List<Line> unassigned,
    List<Transfer> transfers,
    long kittyBefore,
    long kitty) {

  public PartnersStatement {
    accounts = List.copyOf(accounts);
    unassigned = List.copyOf(unassigned);
    transfers = List.copyOf(transfers);
  }

  /**
   * Units of one kind and price.
   *
   * @param unit its code
   * @param earlier whether it is about something of a period that was closed before
   * @param rate minor units of money for one minor unit; null where there was no price
   * @param money what the partner owes for it
   */
  public record Line(
      String unit, What what, boolean earlier, long units, @Nullable Rate rate, long money) {}

  /** Units that were spent at a partner, by who gave them; nobody's have an empty issuer. */
  public record Flow(String issuer, String unit, long units) {}

  /**
   * A partner's part.
   *
   * @param net what it owes for the period
   * @param before what it owed when the period began
   * @param paid what it paid into the kitty in the period, less what it was paid
   * @param after what it owes at the end; a prepaid partner's credit is below zero
   */
  public record Account(
      String partner,
      String name,
      Partner.Billing billing,
      List<Line> lines,
      List<Flow> flows,
      long net,
      long before,
      long paid,
      long after) {
    public Account {
      lines = List.copyOf(lines);
      flows = List.copyOf(flows);
    }
  }

  /** Money from a partner to another; the kitty is the empty code. */
  public record Transfer(String from, String to, long money) {}

  /** What the kitty holds at the end, in money and in what partners owe it. */
  public long kittyAfter() {
    return Math.addExact(kittyBefore, kitty);
  }

  public Optional<Account> account(String partner) {
    return accounts.stream().filter(one -> one.partner().equals(partner)).findFirst();
  }
}
