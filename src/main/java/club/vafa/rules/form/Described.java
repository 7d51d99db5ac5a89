package club.vafa.rules.form;

/** Something written in a definition: of which kind, with which arguments. */
public interface Described {
  Kind<?> kind();

  Args args();

  default String code() {
    return kind().code();
  }
}
