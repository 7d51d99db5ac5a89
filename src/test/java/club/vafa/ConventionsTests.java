package club.vafa;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static org.assertj.core.api.Assertions.assertThat;

import club.vafa.api.Needs;
import club.vafa.api.Open;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * The shape of a room: one face that others see, records beside it, SQL in the stores, transactions
 * at the face. The lists of exceptions may only shrink.
 */
class ConventionsTests {
  /** Rooms that are tools for the others rather than rooms of the business. */
  private static final Set<String> TOOLS = Set.of("", "kernel", "installation", "api");

  /** Beside its faces a room shows at most one bean for those who change a whole program. */
  private static final String WHOLE = "Live";

  /** Rooms with more than two faces. */
  private static final Map<String, Integer> MORE_FACES =
      Map.of("access", 3, "earning", 3, "members", 6, "operations", 3, "rewards", 4);

  /** Public and neither bean nor value: what a room without beans is used by, working copies. */
  private static final Set<String> PUBLIC_CLASSES =
      Set.of(
          "activity.LineReader",
          "activity.PastBucket",
          "clubs.Lifetimes",
          "earning.Rehearsal",
          "ledger.Books",
          "ledger.Scope",
          "ledger.TermsByDay",
          "rewards.Booklet",
          "rules.Catalogue",
          "rules.Definitions",
          "rules.Phrases",
          "rules.Program",
          "tiers.TierBook");

  /** Collaborators of a face that begin a transaction of their own. */
  private static final Set<String> OWN_TRANSACTIONS = Set.of("earning.Returns");

  /** Outside the stores and the room installation, and nearer to the database than they should. */
  private static final Set<String> NEAR_THE_DATABASE = Set.of("access.Audit");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("club.vafa");

  @Test
  void aRoomShowsAtMostTwoBeans() {
    Set<String> rooms =
        business().map(ConventionsTests::room).collect(Collectors.toCollection(TreeSet::new));
    for (String room : rooms) {
      assertThat(faces(room).filter(name -> !name.startsWith(WHOLE)))
          .as("the public beans of %s", room)
          .hasSizeLessThanOrEqualTo(MORE_FACES.getOrDefault(room, 2));
      assertThat(faces(room).filter(name -> name.startsWith(WHOLE)))
          .as("the beans of %s for those who change a whole program", room)
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  private static Stream<String> faces(String room) {
    return business()
        .filter(type -> room(type).equals(room) && isPublic(type) && isBean(type))
        .map(JavaClass::getSimpleName);
  }

  @Test
  void besideTheFaceThereAreOnlyValues() {
    assertNames(
        business()
            .filter(type -> type.getPackageName().equals("club.vafa." + room(type)))
            .filter(type -> isPublic(type) && type.isTopLevelClass() && !isBean(type))
            .filter(type ->
                !type.isRecord()
                    && !type.isEnum()
                    && !type.isInterface()
                    && !type.isAnnotation()
                    && !type.isAssignableTo(Throwable.class)
                    && !type.getSimpleName().equals("package-info")),
        PUBLIC_CLASSES,
        "public classes that are neither face nor value");
  }

  @Test
  void whatIsBelowARoomIsItsOwn() {
    assertNames(
        business()
            .filter(type -> type.getPackageName().endsWith(".web"))
            .filter(type -> isPublic(type) && !type.isRecord() && !type.isEnum()),
        Set.of(),
        "public classes in a web package, which may only show what JSON is made from");
  }

  @Test
  void controllersLiveInWebPackages() {
    assertNames(
        business()
            .filter(type -> type.isMetaAnnotatedWith(Controller.class))
            .filter(type ->
                !type.getPackageName().endsWith(".web")
                    || !(type.getSimpleName().endsWith("Api")
                        || type.getSimpleName().endsWith("Page"))),
        Set.of(),
        "controllers that are not a …Api or …Page in a web package");
  }

  @Test
  void everyEndpointOfTheApiSaysWhoMayCallIt() {
    assertThat(
            CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isMetaAnnotatedWith(RequestMapping.class))
                .filter(method -> method.getOwner().getSimpleName().endsWith("Api"))
                .filter(method -> !method.getOwner().getPackageName().startsWith("club.vafa.api"))
                .filter(method ->
                    !method.isAnnotatedWith(Needs.class) && !method.isAnnotatedWith(Open.class))
                .map(JavaMethod::getFullName))
        .as("endpoints with neither @Needs nor @Open")
        .isEmpty();
  }

  @Test
  void transactionsBeginAtTheFace() {
    Stream<JavaClass> starting =
        CLASSES.stream()
            .filter(type ->
                type.isAnnotatedWith(Transactional.class)
                    || type.getMethods().stream()
                        .anyMatch(method -> method.isAnnotatedWith(Transactional.class)));
    assertNames(
        starting.filter(type -> !isPublic(type) || !isBean(type)),
        OWN_TRANSACTIONS,
        "classes with @Transactional that are no face");
    assertThat(
            CLASSES.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Transactional.class))
                .filter(method -> !method.getModifiers().contains(PUBLIC))
                .map(JavaMethod::getFullName))
        .as("methods with @Transactional that Spring would not begin a transaction for")
        .isEmpty();
  }

  @Test
  void statementsStandInStores() {
    assertNames(
        CLASSES.stream()
            .filter(type -> !room(type).equals("installation"))
            .filter(type -> !outermost(type).getSimpleName().endsWith("Store"))
            .filter(ConventionsTests::speaksToTheDatabase),
        NEAR_THE_DATABASE,
        "classes that use JDBC and are no store");
  }

  @Test
  void storesAreSeenByTheirRoomOnly() {
    assertNames(
        CLASSES.stream().filter(type -> type.getSimpleName().endsWith("Store") && isPublic(type)),
        Set.of(),
        "public stores");
  }

  @Test
  void thereIsNoStaticState() {
    assertThat(
            CLASSES.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> field.getModifiers().contains(STATIC))
                .filter(field -> !field.getModifiers().contains(FINAL))
                .filter(field -> !field.getName().startsWith("$"))
                .map(field -> field.getFullName()))
        .isEmpty();
  }

  @Test
  void theKernelKnowsNoFramework() {
    assertNames(
        CLASSES.stream()
            .filter(type -> room(type).equals("kernel") || room(type).equals("rules"))
            .filter(type -> uses(type, name -> name.startsWith("org.springframework."))),
        Set.of(),
        "classes of kernel and rules that use Spring");
  }

  private static void assertNames(Stream<JavaClass> found, Set<String> allowed, String what) {
    assertThat(
            found
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .map(type -> outermost(type).getName().replaceFirst("^club\\.vafa\\.", ""))
                .distinct())
        .as(what)
        .containsExactlyInAnyOrderElementsOf(allowed);
  }

  private static Stream<JavaClass> business() {
    return CLASSES.stream().filter(type -> !TOOLS.contains(room(type)));
  }

  private static String room(JavaClass type) {
    String below = type.getPackageName().replaceFirst("^club\\.vafa\\.?", "");
    return below.replaceFirst("\\..*", "");
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ConventionsTests::outermost).orElse(type);
  }

  private static boolean isPublic(JavaClass type) {
    return type.getModifiers().contains(PUBLIC);
  }

  private static boolean isBean(JavaClass type) {
    return type.isMetaAnnotatedWith(Component.class)
        || type.isAnnotatedWith(Component.class)
        || type.isMetaAnnotatedWith(Configuration.class);
  }

  private static boolean speaksToTheDatabase(JavaClass type) {
    return uses(
        type,
        name ->
            name.startsWith("org.springframework.jdbc.")
                || name.startsWith("java.sql.")
                || name.startsWith("javax.sql.")
                || name.startsWith("org.postgresql."));
  }

  private static boolean uses(JavaClass type, Predicate<String> name) {
    return type.getDirectDependenciesFromSelf().stream()
        .anyMatch(dependency -> name.test(dependency.getTargetClass().getName()));
  }
}
