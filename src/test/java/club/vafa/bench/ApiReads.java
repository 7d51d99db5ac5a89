package club.vafa.bench;

import static java.util.stream.Collectors.toCollection;

import club.vafa.testing.Web;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything the public API can be asked for: lists from their beginning and from further on, by
 * their usual filters, and single things that lists name or that are known.
 *
 * @param known names of things by the list they would stand in
 * @param filtered usual questions
 */
record ApiReads(Web web, Map<String, List<String>> known, List<String> filtered) {
  private static final Path DESCRIPTION = Path.of("docs/integrate/openapi.json");
  private static final Pattern VARIABLE = Pattern.compile("/\\{(\\w+)}");
  private static final int OK = 200;
  private static final int OF_A_KIND = 3;
  private static final int PARTS_ON = 3;

  /** Some addresses of each kind; those that nothing is there for are told and left out. */
  Map<String, List<String>> found() {
    Map<String, List<String>> kinds = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (String template : templates()) {
      List<String> there = filled(template).stream().filter(this::answers).toList();
      if (there.isEmpty()) {
        missing.add(template);
      } else {
        kinds.put(template, there);
        further(there).ifPresent(later -> kinds.put(template + " further on", List.of(later)));
      }
    }
    for (String question : filtered) {
      web.get(question).expect(OK);
      kinds.put(question, List.of(question));
      further(List.of(question))
          .ifPresent(later -> kinds.put(question + " further on", List.of(later)));
    }
    System.out.println("Nothing to be asked for by " + missing);
    return kinds;
  }

  private static List<String> templates() {
    try {
      JsonNode paths = JsonMapper.shared().readTree(Files.readString(DESCRIPTION)).at("/paths");
      return paths
          .propertyStream()
          .filter(path -> path.getValue().has("get"))
          .map(Map.Entry::getKey)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Addresses with names in the place of the variables, the first of which is filled first. */
  private List<String> filled(String template) {
    Matcher variable = VARIABLE.matcher(template);
    if (!variable.find()) {
      return List.of(template);
    }
    String list = template.substring(0, variable.start());
    String rest = template.substring(variable.end());
    List<String> filled = new ArrayList<>();
    for (String name : known.getOrDefault(list, named(list, variable.group(1)))) {
      filled.addAll(filled(list + "/" + name + rest));
    }
    return filled.subList(0, Math.min(filled.size(), OF_A_KIND));
  }

  private List<String> named(String list, String variable) {
    Web.Answer answer = web.get(list);
    if (answer.status() != OK) {
      return List.of();
    }
    return StreamSupport.stream(answer.body().at("/data").spliterator(), false)
        .map(row -> row.at("/" + variable).asString(row.at("/id").asString("")))
        .filter(name -> !name.isEmpty())
        .limit(OF_A_KIND)
        .collect(toCollection(ArrayList::new));
  }

  private boolean answers(String path) {
    return web.get(path).status() == OK;
  }

  /** Where the first long list among these goes on after some parts. */
  private Optional<String> further(List<String> paths) {
    for (String path : paths) {
      String later = path;
      int parts = 0;
      for (String next = next(later); !next.isEmpty() && parts < PARTS_ON; parts++) {
        String after = URLEncoder.encode(next, StandardCharsets.UTF_8);
        later = path + (path.contains("?") ? "&" : "?") + "after=" + after;
        next = next(later);
      }
      if (parts > 0) {
        return Optional.of(later);
      }
    }
    return Optional.empty();
  }

  private String next(String path) {
    Web.Answer answer = web.get(path).expect(OK);
    boolean json =
        answer.raw().headers().firstValue("Content-Type").orElse("").startsWith("application/json");
    return json ? answer.at("/next") : "";
  }
}
