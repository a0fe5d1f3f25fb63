package org.fxbb.jobs.mail;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.fxbb.jobs.secret.KeySource;
import org.fxbb.jobs.secret.Secrets;
import org.fxbb.migrations.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A mail is sent or given up; no server can hold the sender for ever. */
final class MailerIT {
  private final TestDatabase database = TestDatabase.create();

  /** A server that begins its greeting again and again, so that no single read is ever late. */
  private static void talkForEver(ServerSocket server) {
    try (Socket client = server.accept();
        OutputStream out = client.getOutputStream()) {
      while (true) {
        out.write("220-wait\r\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
      }
    } catch (IOException e) {
      // the client has gone
    }
  }

  @Test
  @Timeout(60)
  void aServerThatNeverStopsTalkingIsLeft(@TempDir Path folder) throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread talking = new Thread(() -> talkForEver(server));
      talking.setDaemon(true);
      talking.start();
      Mailer mailer =
          new Mailer(
              new MailServer(
                  "127.0.0.1", server.getLocalPort(), "desk@regulator.example", null, null, false),
              new Secrets(database.etl(), new KeySource(null, folder.resolve("keys"))),
              Clock.systemUTC(),
              Duration.ofMillis(500));

      assertThatThrownBy(
              () -> mailer.send("noc@one.example", new Message("Filing", "Due.", "<p>Due.</p>")))
          .isInstanceOf(MailFailure.class)
          .hasMessageContaining("did not take it");
    }
  }
}
