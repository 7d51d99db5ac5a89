package club.vafa.till.web;

import java.util.List;
import java.util.Map;

/**
 * The page of the till, which holds nothing of a club, so that a browser may keep it.
 *
 * @param version of its files
 * @param scripts addresses of its modules
 * @param texts by key, for what scripts write
 */
public record Shell(String version, List<String> scripts, Map<String, String> texts) {
  public Shell {
    scripts = List.copyOf(scripts);
    texts = Map.copyOf(texts);
  }

  /** The address of one of the till's own files. */
  public String file(String name) {
    return ShellPage.FOLDER + version + "/" + name;
  }
}
