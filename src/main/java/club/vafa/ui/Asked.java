package club.vafa.ui;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What of a list is asked for.
 *
 * @param typed everything as it stands in the address
 * @param sort the code of a column, with a hyphen before it from the last to the first
 * @param days by the filters they belong to
 * @param columns the codes of those shown
 */
public record Asked(
    String path, Typed typed, String sort, Map<String, LocalDate> days, Set<String> columns) {
  public Asked {
    days = Map.copyOf(days);
    columns = Set.copyOf(columns);
  }

  /** What is searched for; empty for everything. */
  public String wanted() {
    return typed.at("q");
  }

  /** The value of a filter; empty when it is not used. */
  public String value(String filter) {
    return typed.at(filter);
  }

  public Optional<LocalDate> day(String filter) {
    return Optional.ofNullable(days.get(filter));
  }

  public Optional<String> after() {
    return Optional.of(typed.at("after")).filter(text -> !text.isEmpty());
  }

  public boolean shows(String column) {
    return columns.contains(column);
  }

  /** Whether anything is searched for or narrowed. */
  public boolean narrowed(TableForm listing) {
    return !wanted().isEmpty() || used(listing) > 0;
  }

  /** How many filters are used. */
  public long used(TableForm listing) {
    return listing.filters().stream().filter(filter -> !value(filter.code()).isEmpty()).count();
  }

  public boolean descending() {
    return sort.startsWith("-");
  }

  /** The code of the column by which the list is in order. */
  public String order() {
    return descending() ? sort.substring(1) : sort;
  }

  /** The same list in the order of a column, or the other way round. */
  public String sorted(String column) {
    boolean turned = order().equals(column) && !descending();
    return address(path, Map.of("sort", turned ? "-" + column : column, "after", ""));
  }

  public String next(String cursor) {
    return address(path, Map.of("after", cursor));
  }

  /** What was chosen, without where the reader is in the list. */
  public String query() {
    String all = address("", Map.of("after", ""));
    return all.isEmpty() ? "" : all.substring(1);
  }

  public String first() {
    return address(path, Map.of("after", ""));
  }

  /** What is shown, as a file of this kind. */
  public String file(String kind) {
    return address(path + "/export." + kind, Map.of("after", ""));
  }

  private String address(String to, Map<String, String> changes) {
    Map<String, String> all = new TreeMap<>(typed.fields());
    all.putAll(changes);
    String query =
        all.entrySet().stream()
            .filter(field -> !field.getValue().isBlank())
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue().strip()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? to : to + "?" + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
