package club.vafa.referrals.signal;

import java.util.Objects;

/** Friend and advocate bought in the same branch within a minute: one queue, one purse. */
record SameMinute() implements Signal {

  @Override
  public String code() {
    return "same_minute";
  }

  @Override
  public int weight() {
    return 40;
  }

  @Override
  public boolean shows(Pair pair) {
    Moment bought = pair.bought();
    return bought != null
        && pair.visits().stream()
            .anyMatch(
                visit -> Objects.equals(bought.branch(), visit.branch()) && visit.near(bought, 1));
  }
}
