package club.vafa.members;

/** Whether a member takes part. */
public enum MemberState {
  ACTIVE,
  /** Known, but neither earns nor spends until unblocked. */
  BLOCKED,
  /** Left; only the id remains, for the books. */
  ERASED,
  /** Goes on under another member's id. */
  MERGED
}
