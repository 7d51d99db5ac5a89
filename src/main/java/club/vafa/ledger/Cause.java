package club.vafa.ledger;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why an entry is in the books: the document that caused it and, where they had a part, the rule,
 * the person and their reason.
 *
 * @param id of the document: the purchase, the return, the hold, the lot that came due
 * @param undoes the purchase (or other document) whose consequence this takes back
 */
public record Cause(
    Kind kind,
    UUID id,
    @Nullable UUID undoes,
    @Nullable Rule rule,
    @Nullable String actor,
    @Nullable String reason) {

  /** The kinds of document, with the numbers they are stored by. */
  public enum Kind {
    PURCHASE(1),
    RETURN(2),
    EVENT(3),
    HOLD(4),
    ADJUSTMENT(5),
    TRANSFER(6),
    SCHEDULE(7),
    CLAIM(8),
    ENROLMENT(9),
    MEMBERSHIP(10),
    IMPORT(11),
    CONVERSION(12);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }

    static Kind of(int code) {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no kind of cause has the number " + code);
    }
  }

  /** The rule of a campaign's version that made an award. */
  public record Rule(UUID campaign, int version, String rule) {

    /** Versions do not matter: a draft that went live meanwhile is still the same rule. */
    boolean same(@Nullable Rule other) {
      return other != null && campaign.equals(other.campaign) && rule.equals(other.rule);
    }
  }

  public static Cause of(Kind kind, UUID id) {
    return new Cause(kind, id, null, null, null, null);
  }

  public static Cause purchase(UUID id) {
    return of(Kind.PURCHASE, id);
  }

  /** A return that takes back what the purchase caused. */
  public static Cause returned(UUID id, UUID purchase) {
    return new Cause(Kind.RETURN, id, purchase, null, null, null);
  }

  public Cause by(@Nullable Rule other) {
    return new Cause(kind, id, undoes, other, actor, reason);
  }

  public Cause undoing(UUID document) {
    return new Cause(kind, id, document, rule, actor, reason);
  }

  public Cause because(@Nullable String whose, @Nullable String why) {
    return new Cause(kind, id, undoes, rule, whose, why);
  }

  /** Whether all but the rule is the same. */
  boolean sameDocument(Cause other) {
    return id.equals(other.id)
        && kind == other.kind
        && Objects.equals(undoes, other.undoes)
        && Objects.equals(actor, other.actor)
        && Objects.equals(reason, other.reason);
  }
}
