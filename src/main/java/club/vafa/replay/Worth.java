package club.vafa.replay;

import club.vafa.clubs.Club;
import club.vafa.clubs.Unit;
import club.vafa.kernel.Amount;
import club.vafa.kernel.Rate;
import java.math.RoundingMode;
import java.util.List;

/** What units are worth in money, and where they stand in arrays by unit. */
final class Worth {
  private final List<Unit> units;
  private final int[] byNumber;

  Worth(Club club) {
    this.units = club.units();
    this.byNumber = new int[units.stream().mapToInt(Unit::number).max().orElse(0) + 1];
    for (int at = 0; at < units.size(); at++) {
      byNumber[units.get(at).number()] = at;
    }
  }

  int count() {
    return units.size();
  }

  List<Unit> units() {
    return units;
  }

  int of(int number) {
    return byNumber[number];
  }

  int of(String code) {
    int found = find(code);
    if (found < 0) {
      throw new IllegalArgumentException("no unit " + code);
    }
    return found;
  }

  /** Below zero where there is no such unit. */
  int find(String code) {
    for (int at = 0; at < units.size(); at++) {
      if (units.get(at).code().equals(code)) {
        return at;
      }
    }
    return -1;
  }

  String text(int unit, long amount) {
    return Amount.plain(amount, units.get(unit).decimals());
  }

  /** Minor units of money, rounded half to even; nothing where a unit has no worth. */
  long money(int unit, long amount) {
    Rate worth = units.get(unit).worth();
    return worth == null ? 0 : worth.times(amount, RoundingMode.HALF_EVEN);
  }

  long money(long[] amounts) {
    long sum = 0;
    for (int at = 0; at < amounts.length; at++) {
      sum = Math.addExact(sum, money(at, amounts[at]));
    }
    return sum;
  }
}
