package club.vafa.ui;

import java.util.List;

/** What is shown this once and never again, drawn by {@code list/secrets}. */
public record Secrets(String title, String hint, List<String> secrets, Link back) {
  public Secrets {
    secrets = List.copyOf(secrets);
  }

  @Override
  public String toString() {
    return "Secrets[" + secrets.size() + "]";
  }
}
