package club.vafa.operations;

import club.vafa.operations.imports.Imports;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** {@code ./vafa import}. */
@Component
@Profile("import")
class ImportCommand implements ApplicationRunner, ExitCodeGenerator {
  private final Imports imports;
  private int exitCode;

  ImportCommand(Imports imports) {
    this.imports = imports;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    exitCode = imports.run(List.of(arguments.getSourceArgs()), Out.stream());
  }

  @Override
  public int getExitCode() {
    return exitCode;
  }
}
