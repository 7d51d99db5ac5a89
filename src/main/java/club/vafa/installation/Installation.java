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

  public Installation(Settings settings) {
    this.settings = settings;
  }

  /** What is opened first is closed last, also when the application fails to start. */
  @Override
  public void initialize(ConfigurableApplicationContext context) {
    ConfigurableListableBeanFactory beans = context.getBeanFactory();
    beans.registerSingleton("settings", settings);
    Opening opening = Opening.begin(settings);
    beans.registerSingleton("opening", opening);
    if (beans instanceof DefaultSingletonBeanRegistry all) {
      all.registerDisposableBean("opening", (DisposableBean) opening::close);
    }
  }
}
