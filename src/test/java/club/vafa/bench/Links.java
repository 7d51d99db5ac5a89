package club.vafa.bench;

import club.vafa.testing.Visitors.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every kind of page that links lead to from a visitor's first one, below where it stands. */
record Links(Visitor visitor, String below, String home) {
  private static final int OK = 200;
  private static final int OF_A_KIND = 3;
  private static final int MOST_QUERIES = 4;
  private static final Pattern ID = Pattern.compile("[a-z]{2,4}_[0-9a-z]{26}");
  private static final Pattern FILE = Pattern.compile("\\.(csv|xlsx|yaml|html)\\b|/file\\b");

  /** A kind of page: an address without what names one of many. */
  private static String kind(String path) {
    String bare = ID.matcher(path).replaceAll("…");
    return bare.replaceAll("(?<=[?&])(\\w+)=[^&]*", "$1");
  }

  /** Some addresses of each kind. */
  Map<String, List<String>> found() {
    Pattern link = Pattern.compile("(?:href|hx-get)=\"(" + below + "\\b[^\"#]*)\"");
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    Map<String, Integer> queries = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>(Set.of(home));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      String path = open.remove();
      HttpResponse<String> answer = visitor.get(path);
      if (answer.statusCode() != OK) {
        kinds.values().forEach(known -> known.remove(path));
        continue;
      }
      Matcher links = link.matcher(answer.body());
      while (links.find()) {
        String next = links.group(1).replace("&amp;", "&");
        String kind = kind(next);
        boolean more =
            !next.contains("?")
                || kinds.containsKey(kind)
                || queries.merge(kind.replaceAll("\\?.*", ""), 1, Integer::sum) <= MOST_QUERIES;
        List<String> known = more ? kinds.computeIfAbsent(kind, _ -> new ArrayList<>()) : List.of();
        if (more && !FILE.matcher(next).find() && known.size() < OF_A_KIND && seen.add(next)) {
          known.add(next);
          open.add(next);
        }
      }
    }
    kinds.values().removeIf(List::isEmpty);
    return kinds;
  }
}
