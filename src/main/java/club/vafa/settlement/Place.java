package club.vafa.settlement;

/**
 * Where units were given or taken: a branch, or a reward that somebody hands over; the empty text
 * where it was nowhere in particular.
 */
record Place(String text) {
  static final Place NOWHERE = new Place("");

  private static final String BRANCH = "branch:";
  private static final String REWARD = "reward:";

  static Place branch(String code) {
    return new Place(BRANCH + code);
  }

  static Place reward(String code) {
    return new Place(REWARD + code);
  }

  /** The code of the branch or reward. */
  String code() {
    return text.substring(text.indexOf(':') + 1);
  }
}
