package club.vafa.program;

import club.vafa.kernel.ProblemCode;
import java.util.Locale;

/** Why a program, or a change of it, is refused. */
public enum ProgramCode implements ProblemCode {
  /** The text is not YAML. */
  PROGRAM_NOT_YAML(Kind.REFUSED),
  /** Longer than any program. */
  PROGRAM_TOO_LARGE(Kind.REFUSED),
  /** Lists in lists in lists. */
  PROGRAM_TOO_DEEP(Kind.REFUSED),
  /** A second document behind the first. */
  PROGRAM_ONE_DOCUMENT(Kind.REFUSED),
  /** An anchor or an alias. */
  PROGRAM_ANCHOR(Kind.REFUSED),
  /** A tag. */
  PROGRAM_TAG(Kind.REFUSED),
  /** A key that is not a text. */
  PROGRAM_KEY(Kind.REFUSED),
  /** The same key twice in one mapping. */
  PROGRAM_KEY_TWICE(Kind.REFUSED),
  /** Written for a format that is not known. */
  PROGRAM_FORMAT(Kind.REFUSED),
  /** Written for clubs with other money. */
  PROGRAM_CURRENCY(Kind.REFUSED),
  /** Written for clubs with another calendar. */
  PROGRAM_CALENDAR(Kind.REFUSED),
  /** There is no such version. */
  PROGRAM_VERSION_NOT_FOUND(Kind.NOT_FOUND),
  /** It is what is live already. */
  PROGRAM_UNCHANGED(Kind.CONFLICT),
  /** A time that is not ahead. */
  PROGRAM_TIME_PAST(Kind.REFUSED),
  /** There is no such draft. */
  DRAFT_NOT_FOUND(Kind.NOT_FOUND),
  /** Not a name for a draft. */
  DRAFT_NAME_FORM(Kind.REFUSED),
  /** What is live has changed since the draft was made. */
  DRAFT_OUTDATED(Kind.CONFLICT),
  /** The draft and what is live changed the same thing in different ways. */
  DRAFT_CONFLICT(Kind.CONFLICT),
  /** It goes live at a time that is set, so it is not changed. */
  DRAFT_SCHEDULED(Kind.CONFLICT),
  /** No time is set. */
  DRAFT_NOT_SCHEDULED(Kind.CONFLICT),
  /** It was published; what is put next begins anew. */
  DRAFT_PUBLISHED(Kind.CONFLICT),
  /** As many as a club can keep. */
  DRAFTS_TOO_MANY(Kind.CONFLICT),
  /** There is no text of this code. */
  MESSAGE_NOT_FOUND(Kind.NOT_FOUND),
  /** Not a code for a text. */
  MESSAGE_CODE_FORM(Kind.REFUSED),
  /** Braces around a word that is no placeholder. */
  MESSAGE_PLACEHOLDER(Kind.REFUSED),
  /** A brace that opens or closes nothing. */
  MESSAGE_BRACE(Kind.REFUSED),
  /** As many as a club can keep. */
  MESSAGES_TOO_MANY(Kind.CONFLICT);

  private final Kind kind;

  ProgramCode(Kind kind) {
    this.kind = kind;
  }

  @Override
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
