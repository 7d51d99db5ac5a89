package club.vafa.acts;

import club.vafa.api.Page;
import club.vafa.api.Paging;
import club.vafa.kernel.ClubId;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What was done in a club, the latest first. */
@Component
public class Acts {
  private final ActStore store;
  private final Kinds kinds;

  Acts(ActStore store, Kinds kinds) {
    this.store = store;
    this.kinds = kinds;
  }

  public Page<Act> list(ClubId club, ActQuery query, Paging paging) {
    return paging.page((after, most) -> store.list(club, query, after, most), Act::id);
  }

  /** How many there are, as far as the count may go. */
  public long counted(ClubId club, ActQuery query, int most) {
    return store.count(club, query, most);
  }

  /** What acts can be about: the first parts of their kinds. */
  public Set<String> subjects() {
    return kinds.subjects();
  }
}
