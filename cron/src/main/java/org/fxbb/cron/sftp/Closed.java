package org.fxbb.cron.sftp;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.net.SshdSocketAddress;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.forward.ForwardingFilter;
import org.apache.sshd.server.session.ServerSession;
import org.jspecify.annotations.Nullable;

/**
 * What SSH can do besides files, refused and noted: shell, commands, terminals, other subsystems,
 * forwarding of ports, X11 and agents.
 */
record Closed(AccessLog log) implements RequestHandler<Channel>, ForwardingFilter {
  /** Asks for nothing that is served, and every client sends it. */
  private static final String ENVIRONMENT = "env";

  /** What the protocol itself says about a channel. */
  private static final Set<String> SIGNS =
      Set.of("keepalive@openssh.com", "eow@openssh.com", "signal", "window-change");

  /** Harmless, or noted where it is decided. */
  private static final Set<String> KNOWN_GLOBAL =
      Set.of(
          "keepalive@openssh.com",
          "no-more-sessions@openssh.com",
          "hostkeys-prove-00@openssh.com",
          "tcpip-forward",
          "cancel-tcpip-forward");

  /** Makes channels on which nothing but SFTP can be asked for. */
  ChannelSessionFactory channels() {
    return new ChannelSessionFactory() {
      @Override
      public Channel createChannel(Session session) {
        ChannelSession channel = new ChannelSession();
        channel.addRequestHandler(Closed.this);
        return channel;
      }
    };
  }

  /** Refuses kinds of channels of which the library would say no without a word to the log. */
  List<ChannelFactory> refusing() {
    return Stream.of(
            "direct-streamlocal@openssh.com",
            "forwarded-streamlocal@openssh.com",
            "forwarded-tcpip",
            "tun@openssh.com",
            "x11",
            "auth-agent@openssh.com")
        .map(this::refusing)
        .toList();
  }

  private ChannelFactory refusing(String kind) {
    return new ChannelFactory() {
      @Override
      public String getName() {
        return kind;
      }

      @Override
      public @Nullable Channel createChannel(Session session) {
        no(session, kind);
        return null; // which the library takes for a kind that it does not know
      }
    };
  }

  /** Requests about the connection as a whole, such as forwarding of sockets. */
  RequestHandler<ConnectionService> global() {
    return (service, request, wantReply, buffer) -> {
      if (!KNOWN_GLOBAL.contains(request)) {
        no(service.getSession(), request);
      }
      return Result.Unsupported;
    };
  }

  @Override
  public Result process(Channel channel, String request, boolean wantReply, Buffer buffer) {
    String what = request;
    if (request.equals("subsystem")) {
      int start = buffer.rpos();
      what = "subsystem " + buffer.getString();
      buffer.rpos(start);
    }
    if (what.equals("subsystem sftp") || SIGNS.contains(request)) {
      return Result.Unsupported; // not by this handler: the channel goes on with it
    }
    if (!request.equals(ENVIRONMENT)) {
      no(channel.getSession(), what);
    }
    return Result.ReplyFailure;
  }

  @Override
  public boolean canForwardAgent(Session session, String request) {
    return no(session, request);
  }

  @Override
  public boolean canForwardX11(Session session, String request) {
    return no(session, request);
  }

  @Override
  public boolean canListen(SshdSocketAddress address, Session session) {
    return no(session, "forwarding of a port from here");
  }

  @Override
  public boolean canConnect(Type type, SshdSocketAddress address, Session session) {
    return no(session, "forwarding of a port to elsewhere");
  }

  /** Notes what was asked for, as far as its first letters say it. */
  private boolean no(Session session, String what) {
    ServerSession asked = (ServerSession) session;
    String plain = what.replaceAll("[^A-Za-z0-9@._ -]", "?");
    log.refused(
        "sftp.refused",
        Visit.nameOf(asked),
        Visit.addressOf(asked),
        "not served: " + plain.substring(0, Math.min(60, plain.length())));
    return false;
  }
}
