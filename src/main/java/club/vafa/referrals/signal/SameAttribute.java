package club.vafa.referrals.signal;

import java.util.List;

/**
 * Both profiles say the same in an attribute that few people share.
 *
 * @param names attributes of the club that say it
 */
record SameAttribute(String code, int weight, List<String> names) implements Signal {
  private static final int SHORTEST = 4;

  @Override
  public boolean shows(Pair pair) {
    return names.stream()
        .anyMatch(name -> {
          Object one = pair.friend().attributes().get(name);
          Object other = pair.advocate().attributes().get(name);
          if (one == null || other == null) {
            return false;
          }
          String folded = Alike.folded(one.toString());
          return folded.length() >= SHORTEST && folded.equals(Alike.folded(other.toString()));
        });
  }
}
