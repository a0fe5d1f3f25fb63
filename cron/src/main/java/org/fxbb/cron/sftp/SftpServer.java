package org.fxbb.cron.sftp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.channel.RequestHandler;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.ServerBuilder;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.forward.DirectTcpipFactory;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpErrorStatusDataHandler;
import org.apache.sshd.sftp.server.SftpEventListener;
import org.apache.sshd.sftp.server.SftpSubsystemEnvironment;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.fxbb.cron.EngineFailure;
import org.fxbb.jobs.access.AccessCheck;
import org.fxbb.jobs.access.SshPublicKey;
import org.fxbb.jobs.audit.AuditEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedRuntimeException;

/**
 * The SFTP server that ISPs and agents upload to.
 *
 * <p><b>Lifecycle</b>: {@link #start} listens, {@link #close} ends every connection; what was
 * uploaded in part can be resumed.
 *
 * <p><b>Errors</b>: {@link EngineFailure} when it cannot listen.
 *
 * <p><b>Source</b>: spec 7.4.
 */
public final class SftpServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SftpServer.class);

  /** Others either reach around {@link HomeFiles} or are of no use here. */
  private static final Set<String> EXTENSIONS =
      Set.of(
          "posix-rename@openssh.com",
          "fsync@openssh.com",
          "limits@openssh.com",
          "lsetstat@openssh.com");

  private final SftpProperties settings;
  private final Path dropArea;
  private final Clock machine;
  private final AccessLog log;
  private final Logins logins;
  private final HostKeys hostKeys;
  private final SshServer server;
  private final ScheduledExecutorService minutes =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "sftp-minute");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * A server that does not listen yet.
   *
   * @param machine the real clock, because it is about connections and the time of files
   */
  public SftpServer(
      SftpProperties settings,
      Path dropArea,
      AccessCheck check,
      AuditEvents events,
      Clock machine) {
    this.settings = settings;
    this.dropArea = dropArea;
    this.machine = machine;
    this.hostKeys = HostKeys.load(settings);
    this.log = new AccessLog(events);
    this.logins = new Logins(check, new Doorman(machine, settings), log, dropArea);
    this.server = configured();
  }

  private SshServer configured() {
    SshServer ssh = ServerBuilder.builder().build();
    ssh.setHost(settings.address());
    ssh.setPort(settings.port());
    ssh.setKeyPairProvider(KeyPairProvider.wrap(hostKeys.pairs()));
    Algorithms.set(ssh);
    setLimits(ssh);
    ssh.setUserAuthFactories(
        settings.passwords()
            ? List.of(UserAuthPublicKeyFactory.INSTANCE, UserAuthPasswordFactory.INSTANCE)
            : List.of(UserAuthPublicKeyFactory.INSTANCE));
    ssh.setPublickeyAuthenticator(logins);
    ssh.setPasswordAuthenticator(settings.passwords() ? logins : null);
    ssh.addSessionListener(logins);
    Closed closed = new Closed(log);
    List<ChannelFactory> channels = new ArrayList<>(closed.refusing());
    channels.add(closed.channels());
    channels.add(DirectTcpipFactory.INSTANCE);
    ssh.setChannelFactories(channels);
    List<RequestHandler<ConnectionService>> global = new ArrayList<>();
    global.add(closed.global());
    global.addAll(ServerBuilder.DEFAULT_GLOBAL_REQUEST_HANDLERS);
    ssh.setGlobalRequestHandlers(global);
    ssh.setForwardingFilter(closed);
    ssh.setSubsystemFactories(List.of(sftp()));
    ssh.setFileSystemFactory(
        new VirtualFileSystemFactory() {
          @Override
          public Path getUserHomeDir(SessionContext session) {
            return Visit.get((ServerSession) session).home().root();
          }
        });
    return ssh;
  }

  private void setLimits(SshServer ssh) {
    CoreModuleProperties.SERVER_IDENTIFICATION.set(ssh, "FXBB");
    CoreModuleProperties.AUTH_TIMEOUT.set(ssh, settings.loginTime());
    CoreModuleProperties.IDLE_TIMEOUT.set(ssh, settings.idleTime());
    CoreModuleProperties.NIO2_READ_TIMEOUT.set(ssh, settings.idleTime().plusSeconds(15));
    CoreModuleProperties.MAX_AUTH_REQUESTS.set(ssh, settings.mostTries());
    CoreModuleProperties.MAX_CONCURRENT_SESSIONS.set(ssh, settings.mostSessions());
    CoreModuleProperties.MAX_CONCURRENT_CHANNELS.set(ssh, 4);
    SftpModuleProperties.SFTP_VERSION.set(ssh, 3);
    SftpModuleProperties.AUTO_FOLLOW_LINKS.set(ssh, false);
    SftpModuleProperties.MAX_OPEN_HANDLES_PER_SESSION.set(ssh, 64);
    SftpModuleProperties.CLIENT_EXTENSIONS.set(ssh, "");
    SftpModuleProperties.OPENSSH_EXTENSIONS.set(
        ssh, String.join(",", EXTENSIONS.stream().sorted().map(name -> name + "=1").toList()));
  }

  private SftpSubsystemFactory sftp() {
    SftpSubsystemFactory sftp = new TalkingSftp.Factory();
    sftp.setFileSystemAccessor(
        new HomeFiles(new Uploads(new Quota(machine, settings), log, machine), log));
    sftp.setErrorStatusDataHandler(new Messages());
    sftp.addSftpEventListener(new Requests(log));
    return sftp;
  }

  /** Says in words what was refused, and nothing of anything else that failed. */
  private static final class Messages implements SftpErrorStatusDataHandler {
    @Override
    public String resolveErrorMessage(
        SftpSubsystemEnvironment subsystem,
        int id,
        Throwable failure,
        int status,
        int command,
        Object... arguments) {
      if (failure instanceof Refusal refusal) {
        if (refusal.bangla() != null && subsystem instanceof TalkingSftp sftp) {
          sftp.say(refusal.text());
        }
        return refusal.text();
      }
      return SftpErrorStatusDataHandler.super.resolveErrorMessage(
          subsystem, id, failure, status, command, arguments);
    }
  }

  /** Requests before they are served. */
  private record Requests(AccessLog log) implements SftpEventListener {
    @Override
    public void receivedExtension(ServerSession session, String extension, int id)
        throws IOException {
      if (!EXTENSIONS.contains(extension)) {
        log.refused(
            "sftp.refused",
            Visit.nameOf(session),
            Visit.addressOf(session),
            "extension " + extension.replaceAll("[^A-Za-z0-9@._-]", "?"));
        throw Refusal.denied("This extension is not served here.");
      }
    }

    @Override
    public void written(
        ServerSession session,
        String remoteHandle,
        FileHandle handle,
        long offset,
        byte[] data,
        int dataOffset,
        int length,
        Throwable failure) {
      if (failure instanceof Refusal refusal) {
        log.refused(
            "sftp.refused",
            Visit.nameOf(session),
            Visit.addressOf(session),
            "write %s: %s".formatted(Lookup.whole(handle.getFile()), refusal.text()));
      }
    }

    /** Called for a close that the client asked for, not for what a broken connection leaves. */
    @Override
    public void closing(ServerSession session, String remoteHandle, Handle handle) {
      if (handle instanceof FileHandle file
          && file.getFileChannel() instanceof UploadChannel upload) {
        upload.end();
      }
    }
  }

  /** Begins to listen. */
  public void start() {
    try {
      server.start();
    } catch (IOException e) {
      throw new EngineFailure(
          "Cannot open the SFTP server: expected to listen on %s port %d, found \"%s\". Another program, perhaps another engine, has the port: set fxbb.sftp.port, or fxbb.sftp.enabled to false."
              .formatted(settings.address(), settings.port(), e.getMessage()),
          e);
    }
    ScheduledFuture<?> unused =
        minutes.scheduleAtFixedRate(this::everyMinute, 1, 1, TimeUnit.MINUTES);
  }

  /** What is to be done each minute; what fails is tried again in the next. */
  void everyMinute() {
    try {
      log.endMinute();
      logins.sendAway();
      sweep();
    } catch (NestedRuntimeException | UncheckedIOException e) {
      LOG.warn("The SFTP server's work of this minute is done in the next.", e);
    }
  }

  /** Removes uploads that nobody has resumed. */
  private void sweep() {
    try {
      for (String kind : List.of("isps", "agents")) {
        for (Path root : Home.list(dropArea.resolve(kind))) {
          int removed = Home.sweep(root, machine.instant().minus(settings.keepHalves()));
          if (removed > 0) {
            LOG.info("Removed {} unfinished uploads of {}.", removed, root.getFileName());
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public int port() {
    return server.getPort();
  }

  /** The keys by which clients know it. */
  public List<SshPublicKey> publicKeys() {
    return hostKeys.publicKeys();
  }

  @Override
  public void close() {
    minutes.shutdownNow();
    try {
      server.stop(true);
    } catch (IOException e) {
      LOG.warn("The SFTP server did not end as it should.", e);
    }
    log.close();
  }
}
