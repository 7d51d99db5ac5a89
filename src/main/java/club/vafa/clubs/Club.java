package club.vafa.clubs;

import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.ClubId;
import club.vafa.kernel.Language;
import club.vafa.ui.Dress;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * A club and its settings.
 *
 * @param code the short name used in addresses and on the command line
 * @param region ISO country whose phone numbers may be written without country code
 * @param walletPaidEarns whether the part of a sale paid from wallets earns
 * @param giftCardsEarn when gift cards earn
 * @param returnPolicy how far a return takes back what a sale gave
 * @param look how it shows itself and its money
 * @param units what members collect, by number
 */
public record Club(
    ClubId id,
    String code,
    String name,
    Currency currency,
    ZoneId zone,
    CalendarKind calendar,
    Language language,
    String region,
    boolean walletPaidEarns,
    GiftCardsEarn giftCardsEarn,
    ReturnPolicy returnPolicy,
    Look look,
    List<Unit> units) {

  public Club {
    units = List.copyOf(units);
  }

  /**
   * How a club shows itself and its money.
   *
   * @param toman whether money in rial is shown and typed in toman, which are ten of them
   */
  public record Look(Brand brand, boolean toman) {
    public static final Look PLAIN = new Look(Brand.PLAIN, false);
  }

  /** What its pages wear. */
  public Dress dress() {
    return look.brand().dress(code);
  }

  /** The same club with other units. */
  public Club with(List<Unit> others) {
    return new Club(
        id,
        code,
        name,
        currency,
        zone,
        calendar,
        language,
        region,
        walletPaidEarns,
        giftCardsEarn,
        returnPolicy,
        look,
        others);
  }

  /** When gift cards earn: never twice, at their sale and at the sale they pay. */
  public enum GiftCardsEarn {
    /** When something is paid with them, for whoever does so. */
    WHEN_SPENT,
    /** When they are sold, for whoever buys them. */
    WHEN_SOLD,
    NEVER
  }

  /** How far a return takes back what a sale gave. */
  public enum ReturnPolicy {
    /** Only what is still pending. */
    PENDING_ONLY,
    /** What is pending and then whatever the member still has. */
    WITHIN_BALANCE,
    /** All of it; what the member has spent already is owed. */
    MAY_OWE
  }

  /** The business day of an instant. */
  public LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, zone);
  }

  public Optional<Unit> unit(String code) {
    for (Unit unit : units) {
      if (unit.code().equals(code)) {
        return Optional.of(unit);
      }
    }
    return Optional.empty();
  }

  /** The unit of a number that was once given out; numbers are never taken back. */
  public Unit unit(int number) {
    for (Unit unit : units) {
      if (unit.number() == number) {
        return unit;
      }
    }
    throw new IllegalArgumentException("club " + code + " has no unit number " + number);
  }
}
