package club.vafa.installation;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Brings settings into the application, and opens data folder and database while the application is
 * still loading: on a small machine that halves the wait for the first answer.
 */
public final class Installation
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private final Settings settings;
  private final boolean fresh;

  public Installation(Settings settings) {
    this(settings, false);
  }

  /**
   * @param fresh whether the database is emptied first, which only the PostgreSQL that Vafa brings
   *     allows
   */
  public Installation(Settings settings, boolean fresh) {
    this.settings = settings;
    this.fresh = fresh;
  }

  /** What is opened first is closed last, also when the application fails to start. */
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableListableBeanFactory beans = context.getBeanFactory();
    beans.registerSingleton("settings", settings);
    Opening opening = Opening.begin(settings, fresh);
    beans.registerSingleton("opening", opening);
    if (beans instanceof DefaultSingletonBeanRegistry all) {
      all.registerDisposableBean("opening", (DisposableBean) opening::close);
    }
  }
}
