package club.vafa.till.web;

import club.vafa.api.Needs;
import club.vafa.api.Scope;
import club.vafa.kernel.Language;
import club.vafa.kernel.Sentences;
import club.vafa.ui.MenuEntry;
import club.vafa.ui.Pages;
import club.vafa.ui.Screen;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The one page of the till. */
@Hidden
@Controller
class TillPage implements MenuEntry {
  private static final String PATH = "/till";
  private static final String TEXTS = "till.";

  private final Sentences sentences;
  private final ShellFiles files;
  private final Pages pages;

  TillPage(Sentences sentences, ShellFiles files, Pages pages) {
    this.sentences = sentences;
    this.files = files;
    this.pages = pages;
  }

  @GetMapping(PATH)
  @Needs(Scope.PURCHASES_WRITE)
  ResponseEntity<byte[]> till(Screen screen) {
    List<String> scripts =
        files.names().stream()
            .filter(name -> name.endsWith(".js") && !name.equals(ShellFiles.LATER))
            .map(name -> ShellPage.FOLDER + files.version() + "/" + name)
            .toList();
    Shell shell = new Shell(files.version(), scripts, texts(screen.language()));
    return pages.show(screen, "till/till", shell);
  }

  /** With their arguments still to be put in, by their names. */
  private Map<String, String> texts(Language language) {
    return sentences.keys(language).stream()
        .filter(key -> key.startsWith(TEXTS))
        .collect(
            Collectors.toMap(
                key -> key.substring(TEXTS.length()),
                key -> sentences.text(language, key, Map.of())));
  }

  @Override
  public String title() {
    return "till.title";
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String icon() {
    return "cash";
  }

  @Override
  public int place() {
    return 150;
  }

  @Override
  public Scope needs() {
    return Scope.PURCHASES_WRITE;
  }
}
