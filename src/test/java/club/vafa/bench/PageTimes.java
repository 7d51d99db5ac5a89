package club.vafa.bench;

import club.vafa.testing.Visitors.Visitor;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every kind of page that links lead to, and how long its answers take. */
record PageTimes(Visitor visitor, Duration goal) {
  private static final String HOME = "/console/today";
  private static final int OK = 200;
  private static final int OF_A_KIND = 3;
  private static final int MOST_QUERIES = 4;
  private static final Pattern LINK = Pattern.compile("(?:href|hx-get)=\"(/console[^\"#]*)\"");
  private static final Pattern ID = Pattern.compile("[a-z]{2,4}_[0-9a-z]{26}");
  private static final Pattern FILE = Pattern.compile("\\.(csv|xlsx|yaml|html)\\b|/file\\b");

  /** A kind of page: an address without what names one of many. */
  private static String kind(String path) {
    String bare = ID.matcher(path).replaceAll("…");
    return bare.replaceAll("(?<=[?&])(\\w+)=[^&]*", "$1");
  }

  /** Asks, prints a row for each kind of page, the slowest first, and tells whether all held. */
  boolean ask(List<String> searches, int times) {
    Map<String, List<String>> kinds = found();
    searches.forEach(search -> kinds.put(search, List.of(search)));
    List<Row> rows = new ArrayList<>();
    kinds.forEach((kind, paths) -> rows.add(row(kind, paths, times)));
    rows.sort(Comparator.comparingLong(Row::most).reversed());
    System.out.printf("%-78s %10s %10s %10s%n", "page", "half, ms", "95 %, ms", "most, ms");
    for (Row row : rows) {
      System.out.printf(
          "%-78s %10.1f %10.1f %10.1f%n",
          row.kind(), row.half() / 1e6, row.nearly() / 1e6, row.most() / 1e6);
    }
    long slow = rows.stream().filter(row -> row.nearly() > goal.toNanos()).count();
    System.out.printf(
        "%d kinds of pages, %d of them not within %d ms in 95 of 100%n",
        rows.size(), slow, goal.toMillis());
    return slow == 0;
  }

  private record Row(String kind, long half, long nearly, long most) {}

  private Row row(String kind, List<String> paths, int times) {
    visitor.page(paths.getFirst());
    long[] nanos = new long[times];
    for (int at = 0; at < times; at++) {
      String path = paths.get(at % paths.size());
      long from = System.nanoTime();
      visitor.page(path);
      nanos[at] = System.nanoTime() - from;
    }
    Arrays.sort(nanos);
    return new Row(kind, nanos[times / 2], nanos[(times - 1) * 95 / 100], nanos[times - 1]);
  }

  private Map<String, List<String>> found() {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    Map<String, Integer> queries = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>(Set.of(HOME));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      String path = open.remove();
      HttpResponse<String> answer = visitor.get(path);
      if (answer.statusCode() != OK) {
        kinds.values().forEach(known -> known.remove(path));
        continue;
      }
      Matcher links = LINK.matcher(answer.body());
      while (links.find()) {
        String link = links.group(1).replace("&amp;", "&");
        String kind = kind(link);
        boolean more =
            !link.contains("?")
                || kinds.containsKey(kind)
                || queries.merge(kind.replaceAll("\\?.*", ""), 1, Integer::sum) <= MOST_QUERIES;
        List<String> known = more ? kinds.computeIfAbsent(kind, _ -> new ArrayList<>()) : List.of();
        if (more && !FILE.matcher(link).find() && known.size() < OF_A_KIND && seen.add(link)) {
          known.add(link);
          open.add(link);
        }
      }
    }
    kinds.values().removeIf(List::isEmpty);
    return kinds;
  }
}
