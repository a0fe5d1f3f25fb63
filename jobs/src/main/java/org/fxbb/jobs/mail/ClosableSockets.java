package org.fxbb.jobs.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.SocketFactory;

/** Plain sockets that can be closed while somebody reads from them, which ends the reading. */
final class ClosableSockets extends SocketFactory {
  private final Queue<Socket> made = new ConcurrentLinkedQueue<>();

  @Override
  public Socket createSocket() {
    Socket socket = new Socket();
    made.add(socket);
    return socket;
  }

  void close() {
    try {
      for (Socket socket : made) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("Sockets are made unconnected.");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException("Sockets are made unconnected.");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("Sockets are made unconnected.");
  }

  @Override
  public Socket createSocket(
      InetAddress address, int port, InetAddress localAddress, int localPort) {
    throw new UnsupportedOperationException("Sockets are made unconnected.");
  }
}
