package club.vafa.referrals.signal;

/** Born on the same day, with names that differ by one letter at most. */
record SameNameAndBirth() implements Signal {

  @Override
  public String code() {
    return "same_name_and_birth";
  }

  @Override
  public int weight() {
    return 60;
  }

  @Override
  public boolean shows(Pair pair) {
    if (pair.friend().birthDate() == null
        || !pair.friend().birthDate().equals(pair.advocate().birthDate())) {
      return false;
    }
    String one = Alike.folded(pair.friend().name());
    String other = Alike.folded(pair.advocate().name());
    return !one.isEmpty() && !other.isEmpty() && Alike.distance(one, other) <= 1;
  }
}
