package club.vafa.clubs;

import java.util.List;

/** A place where the club's members buy. The code is what tills send. */
public record Branch(String code, String name) {
  /** What the branch of a code is called; the code itself where there is none of it. */
  public static String named(List<Branch> branches, String code) {
    return branches.stream()
        .filter(branch -> branch.code().equals(code))
        .map(Branch::name)
        .findFirst()
        .orElse(code);
  }
}
