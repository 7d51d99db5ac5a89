package club.vafa.program;

import club.vafa.clubs.Club;
import club.vafa.kernel.Language;
import club.vafa.kernel.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Looks at programs and tells how they differ; writes nothing. */
@Component
class Comparing {
  private final ProgramStore store;
  private final Documents documents;

  Comparing(ProgramStore store, Documents documents) {
    this.store = store;
    this.documents = documents;
  }

  /** What is in force, and what was changed one by one since the latest version. */
  Live live(Club club, Language language) {
    Document live = documents.live(club);
    Version latest = store.latest(club.id()).orElse(null);
    List<String> changes =
        latest == null
            ? List.of()
            : documents.tell(language, club, documents.kept(club, latest.file()), live);
    return new Live(latest, documents.file(club, live), changes);
  }

  /** What a file would change. */
  Outcome<Comparison> compare(Club club, String file, Language language) {
    Document live = documents.live(club);
    return documents
        .read(club, file, live)
        .map(wanted ->
            new Comparison(
                documents.tell(language, club, live, wanted),
                documents.staying(language, file, live),
                false,
                List.of(),
                documents.file(club, live)));
  }

  /** What a draft would change now, and what has changed since it was made. */
  Outcome<Comparison> compare(Club club, Draft draft, Language language) {
    Document live = documents.live(club);
    Document base = documents.kept(club, draft.base());
    return documents
        .read(club, draft.file(), base)
        .map(wanted ->
            new Comparison(
                documents.tell(language, club, base, wanted),
                documents.staying(language, draft.file(), live),
                !live.says(base),
                documents.tell(language, club, base, live),
                documents.file(club, live)));
  }

  /** Versions before a number, newest first, each with what it changed. */
  List<VersionTold> versions(Club club, int before, int limit, Language language) {
    List<Version> found = store.versions(club.id(), before, limit + 1);
    List<VersionTold> told = new ArrayList<>();
    for (int at = 0; at < Math.min(limit, found.size()); at++) {
      told.add(
          new VersionTold(
              found.get(at),
              at + 1 < found.size()
                  ? tell(club, found.get(at + 1), found.get(at), language)
                  : List.of()));
    }
    return told;
  }

  private List<String> tell(Club club, Version before, Version after, Language language) {
    return documents.tell(
        language, club, documents.kept(club, before.file()), documents.kept(club, after.file()));
  }
}
