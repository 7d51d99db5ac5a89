package club.vafa.api.http;

import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP as Tomcat speaks it. Before a thread is given to what came on a connection that was idle,
 * {@link PolledWay} is asked whether it needs one. Made by Tomcat.
 */
public final class PolledProtocol extends Http11NioProtocol {
  private final Endpoint endpoint;

  /** As Tomcat makes it, by its name. */
  public PolledProtocol() {
    this(new Endpoint());
  }

  private PolledProtocol(Endpoint endpoint) {
    super(endpoint);
    this.endpoint = endpoint;
  }

  void lead(PolledWay way) {
    endpoint.way = way;
  }

  private static final class Endpoint extends NioEndpoint {
    private volatile @Nullable PolledWay way;

    @Override
    public boolean processSocket(
        SocketWrapperBase<NioChannel> connection, SocketEvent event, boolean dispatch) {
      return (dispatch
              && event == SocketEvent.OPEN_READ
              && connection instanceof NioSocketWrapper known
              && isTaken(known))
          || super.processSocket(connection, event, dispatch);
    }

    private boolean isTaken(NioSocketWrapper connection) {
      PolledWay known = way;
      if (known == null || isSSLEnabled() || isPaused() || !connection.getLock().tryLock()) {
        return false;
      }
      try {
        // With a processor, somebody is in the middle of a request.
        return connection.getCurrentProcessor() == null
            && known.take(connection, getKeepAliveTimeout());
      } finally {
        connection.getLock().unlock();
      }
    }

    @Override
    public void stopInternal() {
      PolledWay known = way;
      if (known != null) {
        pause();
        known.finish();
      }
      super.stopInternal();
    }
  }
}
