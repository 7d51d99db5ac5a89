package club.vafa.testing;

import club.vafa.installation.Installation;
import club.vafa.installation.TestDatabases;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;

/** Gives each test application a database; equal owners share application and database. */
final class TestInstallation implements ContextCustomizerFactory {
  @Override
  public ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
    RoomTest room = AnnotatedElementUtils.findMergedAnnotation(testClass, RoomTest.class);
    return new OnDatabaseOf(room != null && room.ownDatabase() ? testClass.getName() : "everybody");
  }

  private record OnDatabaseOf(String owner) implements ContextCustomizer {
    @Override
    public void customizeContext(
        ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
      new Installation(TestDatabases.freshSettings()).initialize(context);
    }
  }
}
