package club.vafa.referrals.signal;

/** The advocate brought along more people in a week than is usual. */
record ManyReferrals() implements Signal {

  @Override
  public String code() {
    return "many_referrals";
  }

  @Override
  public int weight() {
    return 60;
  }

  @Override
  public boolean shows(Pair pair) {
    return pair.lately() >= pair.usual();
  }
}
