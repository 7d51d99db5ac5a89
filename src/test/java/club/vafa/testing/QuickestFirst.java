package club.vafa.testing;

import java.util.Comparator;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/**
 * The walls between rooms are looked at first, then everything else that needs no database, then
 * rooms on a database, then whole stories: what is wrong is told as early as it can be.
 */
public final class QuickestFirst implements ClassOrderer {
  @Override
  public void orderClasses(ClassOrdererContext context) {
    context
        .getClassDescriptors()
        .sort(
            Comparator.<ClassDescriptor>comparingInt(test -> rank(test.getTestClass()))
                .thenComparing(test -> test.getTestClass().getName()));
  }

  private static int rank(Class<?> test) {
    String name = test.getSimpleName();
    if (name.equals("ModularityTests")) {
      return 0;
    }
    if (name.endsWith("StoryTests")) {
      return 4;
    }
    if (name.endsWith("ModuleTests")) {
      return 3;
    }
    return test.getPackageName().equals("club.vafa") ? 1 : 2;
  }
}
