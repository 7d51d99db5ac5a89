package club.vafa.ui;

import club.vafa.api.ApiCode;
import club.vafa.api.Scope;
import club.vafa.kernel.CalendarKind;
import club.vafa.kernel.Input;
import club.vafa.kernel.Outcome;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A list people look through: what can be shown of it, and how it can be narrowed and put in order.
 * Its address holds all that was chosen, so that it can be kept and sent.
 *
 * @param path its address, without what was chosen
 * @param search the text in the language files that says what can be searched for
 * @param usual the order of those who chose none, as in {@link Asked#sort}
 * @param export who holds this may take all of it away as a file
 */
public record TableForm(
    String path,
    String search,
    List<Column> columns,
    List<Filter> filters,
    String usual,
    Scope export) {
  /** Before the codes of columns in an address. */
  static final String COLUMN = "c_";

  public TableForm {
    columns = List.copyOf(columns);
    filters = List.copyOf(filters);
  }

  /** What an address asks for. A column or value that is not there is refused, days too. */
  public Outcome<Asked> read(Typed typed, CalendarKind calendar) {
    Input input = new Input();
    String sort = typed.at("sort");
    if (!sort.isEmpty() && !isOrder(sort)) {
      input.refuse("", ApiCode.BAD_PARAMETER, Map.of("name", "sort"));
    }
    typed.fields().keySet().stream()
        .filter(name -> name.startsWith(COLUMN) && !isColumn(name.substring(COLUMN.length())))
        .forEach(name -> input.refuse("", ApiCode.UNKNOWN_PARAMETER, Map.of("name", name)));
    Map<String, LocalDate> days = new HashMap<>();
    for (Filter filter : filters) {
      if (filter.isDay()) {
        typed.day(filter.code(), calendar, input).ifPresent(day -> days.put(filter.code(), day));
      } else if (!typed.at(filter.code()).isEmpty() && !filter.allows(typed.at(filter.code()))) {
        input.refuse("", ApiCode.BAD_PARAMETER, Map.of("name", filter.code()));
      }
    }
    if (input.faulty()) {
      return Outcome.refused(input.refusals());
    }
    return Outcome.done(new Asked(path, typed, sort.isEmpty() ? usual : sort, days, shown(typed)));
  }

  /** The list as it is shown while what was asked for could not be read. */
  public Asked unread(Typed typed) {
    return new Asked(path, typed, usual, Map.of(), shown(typed));
  }

  private boolean isColumn(String code) {
    return columns.stream().anyMatch(column -> column.code().equals(code));
  }

  private boolean isOrder(String sort) {
    String code = sort.startsWith("-") ? sort.substring(1) : sort;
    return columns.stream().anyMatch(column -> column.sortable() && column.code().equals(code));
  }

  /** Who chose no column at all sees the usual ones. */
  private Set<String> shown(Typed typed) {
    Set<String> chosen =
        columns.stream()
            .map(Column::code)
            .filter(code -> typed.on(COLUMN + code))
            .collect(Collectors.toSet());
    return chosen.isEmpty()
        ? columns.stream().filter(Column::usual).map(Column::code).collect(Collectors.toSet())
        : chosen;
  }

  /** The columns that are shown, in their order. */
  public List<Column> shown(Asked asked) {
    return columns.stream().filter(column -> asked.shows(column.code())).toList();
  }
}
