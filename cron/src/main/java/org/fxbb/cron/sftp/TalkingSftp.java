package org.fxbb.cron.sftp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.sshd.common.io.IoOutputStream;
import org.apache.sshd.common.io.WritePendingException;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.sftp.server.SftpSubsystem;
import org.apache.sshd.sftp.server.SftpSubsystemConfigurator;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SFTP with words beside it: clients of OpenSSH show the code of a refusal and not its text, but
 * what comes as error output of the channel goes to the terminal.
 */
final class TalkingSftp extends SftpSubsystem {
  private static final Logger LOG = LoggerFactory.getLogger(TalkingSftp.class);

  private @Nullable IoOutputStream errors;
  private @Nullable String said;

  private TalkingSftp(ChannelSession channel, SftpSubsystemConfigurator configurator) {
    super(channel, configurator);
  }

  /** Makes one for each channel. */
  static final class Factory extends SftpSubsystemFactory {
    @Override
    public Command createSubsystem(ChannelSession channel) throws IOException {
      TalkingSftp sftp = new TalkingSftp(channel, this);
      getRegisteredListeners().forEach(sftp::addSftpEventListener);
      return sftp;
    }
  }

  @Override
  public void setIoErrorStream(IoOutputStream stream) {
    errors = stream;
  }

  /** Says a sentence, once where it would be repeated; it may be lost, for it is said twice. */
  void say(String sentence) {
    IoOutputStream out = errors;
    if (out == null || sentence.equals(said)) {
      return;
    }
    said = sentence;
    try {
      out.writeBuffer(new ByteArrayBuffer((sentence + "\r\n").getBytes(StandardCharsets.UTF_8)));
    } catch (IOException | WritePendingException e) {
      LOG.debug("Not said: {}", sentence, e);
    }
  }
}
