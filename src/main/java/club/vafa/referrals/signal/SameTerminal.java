package club.vafa.referrals.signal;

/** The friend joined at a terminal where the advocate had bought within minutes. */
record SameTerminal() implements Signal {

  @Override
  public String code() {
    return "same_terminal";
  }

  @Override
  public int weight() {
    return 20;
  }

  @Override
  public boolean shows(Pair pair) {
    String terminal = pair.joined().terminal();
    return terminal != null
        && pair.visits().stream()
            .anyMatch(visit ->
                terminal.equals(visit.terminal()) && visit.near(pair.joined(), pair.minutes()));
  }
}
