package club.vafa.kernel;

/** What a sentence mentions that is another word in each language. */
@FunctionalInterface
public interface Worded {
  String in(Language language);
}
